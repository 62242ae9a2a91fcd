package org.dextwin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dextwin.api.spi.ComponentProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/**
 * A fault and the test that must see it.
 *
 * @param test name of the contract's test
 * @param fault what is wrong, in words
 * @param provider the faulty provider
 */
public record Sabotage(String test, String fault, ComponentProvider<?, ?> provider) {

  /** Runs each sabotage: its test must go red, and be green without it. */
  public static Stream<DynamicTest> tests(Class<?> subject, List<Sabotage> sabotages) {
    return sabotages.stream()
        .map(
            sabotage ->
                DynamicTest.dynamicTest(
                    sabotage.test + ": " + sabotage.fault, () -> sabotage.mustBeSeenBy(subject)));
  }

  private void mustBeSeenBy(Class<?> subject) {
    assertThat(run(subject).failed().count()).as("%s of the honest subject fails", test).isZero();
    Subject.during(
        provider,
        () -> {
          Events events = run(subject);
          assertThat(events.failed().count())
              .as("failures of %s although %s; it went: %s", test, fault, events.finished().list())
              .isOne();
        });
  }

  private Events run(Class<?> subject) {
    Events events =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectMethod(subject, test))
            .execute()
            .testEvents();
    assertThat(events.started().count()).as("tests named %s of %s", test, subject).isOne();
    return events;
  }

  /** Checks that a contract has no test without a sabotage. */
  public static void assertAllSabotaged(Class<?> contract, List<Sabotage> sabotages) {
    Set<String> tests = new HashSet<>();
    Arrays.stream(contract.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .forEach(method -> tests.add(method.getName()));
    assertThat(tests).as("tests of %s", contract).hasSizeGreaterThan(2);
    sabotages.forEach(sabotage -> tests.remove(sabotage.test));
    assertThat(tests).as("tests of %s that no sabotage turns red", contract).isEmpty();
  }
}
