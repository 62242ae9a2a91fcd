package org.dextwin.testkit;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dextwin.api.spi.Diagnostics;
import org.dextwin.api.spi.Diagnostics.Finding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every test of the diagnostics contract sees the fault that it is there for. */
class DiagnosticsSabotageTest {

  @TestFactory
  Stream<DynamicTest> faultsAreSeen() {
    return Sabotage.tests(FakeDiagnosticsTest.class, all());
  }

  @Test
  void everyTestHasASabotage() {
    Sabotage.assertAllSabotaged(DiagnosticsContract.class, all());
  }

  private static List<Sabotage> all() {
    AtomicInteger looks = new AtomicInteger();
    return List.of(
        new Sabotage(
            "somethingIsExamined",
            "nothing found",
            FakeProvider.like(new FakeDiagnosticsProvider())
                .withFault(
                    diagnostics ->
                        Intercept.method(
                            Diagnostics.class, diagnostics, "examine", call -> List.of()))),
        finding(
            "findingsSayWhatWasFound",
            "no detail",
            f -> new Finding(f.subject(), f.health(), " ", f.remedy())),
        finding(
            "findingsSayWhatWasFound",
            "no subject",
            f -> new Finding("", f.health(), f.detail(), f.remedy())),
        finding(
            "remedyIsGivenWhereNeeded",
            "no remedy",
            f -> new Finding(f.subject(), f.health(), f.detail(), "")),
        finding(
            "examiningChangesNothing",
            "installs what is missing",
            f -> new Finding(f.subject(), f.health(), "look " + looks.getAndIncrement(), "")));
  }

  private static Sabotage finding(String test, String fault, UnaryOperator<Finding> change) {
    return new Sabotage(
        test,
        fault,
        FakeProvider.like(new FakeDiagnosticsProvider())
            .withFault(
                diagnostics ->
                    Intercept.method(
                        Diagnostics.class,
                        diagnostics,
                        "examine",
                        call ->
                            ((List<?>) call.proceed())
                                .stream().map(f -> change.apply((Finding) f)).toList())));
  }
}
