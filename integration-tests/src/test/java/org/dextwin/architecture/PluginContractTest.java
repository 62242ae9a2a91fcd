package org.dextwin.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every provider of every plugin is put to a contract test of the test kit. */
class PluginContractTest {

  @Test
  void thereAreContracts() {
    assertThat(CodeBase.main("framework-testkit", 5)).anyMatch(PluginContractTest::isContract);
  }

  @TestFactory
  Stream<DynamicTest> everyProviderHasItsContractTest() {
    return CodeBase.plugins().stream()
        .map(
            plugin ->
                DynamicTest.dynamicTest(plugin.getFileName().toString(), () -> check(plugin)));
  }

  private static void check(Path plugin) {
    List<String> providers = CodeBase.providers(plugin);
    assertThat(providers).as("providers").isNotEmpty();
    List<JavaClass> contractTests = contractTests(CodeBase.tests(plugin));
    assertThat(providers)
        .as("providers that a concrete subclass of a contract of the test kit names")
        .allMatch(provider -> contractTests.stream().anyMatch(test -> names(test, provider)));
  }

  private static List<JavaClass> contractTests(JavaClasses tests) {
    return tests.stream()
        .filter(test -> !test.getModifiers().contains(JavaModifier.ABSTRACT))
        .filter(
            test -> test.getAllRawSuperclasses().stream().anyMatch(PluginContractTest::isContract))
        .toList();
  }

  private static boolean isContract(JavaClass type) {
    return type.getPackageName().startsWith("org.dextwin.testkit")
        && type.getSimpleName().endsWith("Contract");
  }

  private static boolean names(JavaClass test, String provider) {
    return test.getDirectDependenciesFromSelf().stream()
        .anyMatch(it -> it.getTargetClass().getName().equals(provider));
  }
}
