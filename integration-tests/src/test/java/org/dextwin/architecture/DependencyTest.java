package org.dextwin.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which package may see which. */
class DependencyTest {
  private static JavaClasses all;

  @BeforeAll
  static void readClasses() {
    all = CodeBase.main(150);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.dextwin.(**)").should().beFreeOfCycles().check(all);
  }

  @Test
  void mathStandsAlone() {
    classes()
        .that()
        .resideInAPackage("org.dextwin.api.math")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("org.dextwin.api.math", "java..", "org.jspecify..")
        .check(all);
  }

  @Test
  void apiSeesTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage("org.dextwin.api..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("org.dextwin.api..", "java..", "javax..", "org.jspecify..")
        .check(all);
  }

  @Test
  void onePackageSeesPf4j() {
    only("org.dextwin.core.internal.plugin..", "org.pf4j..");
  }

  @Test
  void onePackageSeesTypesafeConfig() {
    only("org.dextwin.core.internal.config..", "com.typesafe.config..");
  }

  @Test
  void onePackageSeesTheCommandLineParser() {
    only("org.dextwin.core.internal.cli..", "picocli..");
  }

  @Test
  void modulesKeepTheirInternals() {
    classes().should(leaveInternalsOfOthersAlone()).check(all);
  }

  @Test
  void pluginsSeeNeitherCoreNorEachOther() {
    for (var plugin : CodeBase.plugins()) {
      var own = CodeBase.main(plugin, 2);
      DescribedPredicate<JavaClass> foreign =
          resideInAnyPackage("org.dextwin..")
              .and(
                  DescribedPredicate.not(
                      resideInAnyPackage(
                          "org.dextwin.api..",
                          "org.dextwin.devices..",
                          "org.dextwin.mechanics..",
                          "org.dextwin.kernels..",
                          "org.dextwin.learning..")))
              .and(
                  DescribedPredicate.describe(
                      "of another module",
                      type -> !own.contain(type.getBaseComponentType().getName())));
      noClasses().should().dependOnClassesThat(foreign).check(own);
    }
  }

  private static void only(String user, String used) {
    noClasses()
        .that(DescribedPredicate.<JavaClass>not(resideInAnyPackage(user)))
        .should()
        .dependOnClassesThat(resideInAnyPackage(used))
        .check(all);
    // And the rule is about something that exists.
    classes()
        .that(alwaysTrue())
        .and(resideInAnyPackage(user))
        .should(dependSomewhereOn(used))
        .check(all);
  }

  private static ArchCondition<JavaClass> dependSomewhereOn(String packages) {
    return new ArchCondition<>("depend, at least one of them, on " + packages) {
      private boolean found;

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        found |=
            type.getDirectDependenciesFromSelf().stream()
                .anyMatch(it -> resideInAnyPackage(packages).test(it.getTargetClass()));
      }

      @Override
      public void finish(ConditionEvents events) {
        events.add(new SimpleConditionEvent(packages, found, "a class that uses " + packages));
      }
    };
  }

  private static ArchCondition<JavaClass> leaveInternalsOfOthersAlone() {
    return new ArchCondition<>("use internals of their own module alone") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency it : type.getDirectDependenciesFromSelf()) {
          String target = it.getTargetClass().getPackageName() + ".";
          int internal = target.indexOf(".internal.");
          boolean foreign =
              target.startsWith("org.dextwin.")
                  && internal >= 0
                  && !(type.getPackageName() + ".").startsWith(target.substring(0, internal + 1));
          if (foreign) {
            events.add(SimpleConditionEvent.violated(it, it.getDescription()));
          }
        }
      }
    };
  }
}
