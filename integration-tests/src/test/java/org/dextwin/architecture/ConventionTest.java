package org.dextwin.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.TreeSet;
import org.dextwin.api.spi.ComponentProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What may be public, and what every package and class observes. */
class ConventionTest {
  private static JavaClasses all;

  @BeforeAll
  static void readClasses() {
    all = CodeBase.main(150);
  }

  @Test
  void everyPackageIsNullMarked() {
    var packages = new TreeSet<String>();
    var marked = new TreeSet<String>();
    for (JavaClass type : all) {
      packages.add(type.getPackageName());
      if (type.getSimpleName().equals("package-info") && type.isAnnotatedWith(NullMarked.class)) {
        marked.add(type.getPackageName());
      }
    }
    assertThat(marked)
        .as("packages with a package-info.java that says @NullMarked")
        .isEqualTo(packages);
  }

  @Test
  void corePublishesOnePackage() {
    classes()
        .that(arePublicAndTopLevel())
        .should()
        .resideInAnyPackage("org.dextwin.core", "org.dextwin.core.internal..")
        .check(CodeBase.main("framework-core", 20));
  }

  @Test
  void pluginsPublishTheirProvidersAlone() {
    for (var plugin : CodeBase.plugins()) {
      classes()
          .that(arePublicAndTopLevel())
          .should()
          .beAssignableTo(ComponentProvider.class)
          .orShould()
          .resideInAPackage("..internal..")
          .check(CodeBase.main(plugin, 2));
    }
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that(
            DescribedPredicate.<JavaClass>not(
                resideInAnyPackage("org.dextwin.core.internal.cli..")))
        .should(ACCESS_STANDARD_STREAMS)
        .check(all);
  }

  @Test
  void onlyTheCommandLineEndsTheJvm() {
    noClasses()
        .that(
            DescribedPredicate.<JavaClass>not(
                resideInAnyPackage("org.dextwin.core.internal.cli..")))
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(all);
  }

  @Test
  void noPackageIsNamedAfterAKind() {
    noClasses().should().resideInAnyPackage("..util..", "..common..", "..impl..").check(all);
  }

  private static DescribedPredicate<JavaClass> arePublicAndTopLevel() {
    return DescribedPredicate.describe(
        "are public and top-level",
        type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass());
  }
}
