package org.dextwin.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The compiled classes of every module of this repository, read from the modules' build folders, so
 * that the class path of these tests (which sees no plugin) does not limit what is checked.
 */
final class CodeBase {
  private static final Path ROOT =
      Path.of(System.getProperty("dextwin.root")).toAbsolutePath().normalize();
  private static final String BUILD_FOLDER = System.getProperty("dextwin.build.folder");

  private static final JavaClasses MAIN = readMain();

  private CodeBase() {}

  /** Main classes of all modules, of which there must be a minimum: rules pass on nothing. */
  static JavaClasses main(int minimum) {
    return atLeast(minimum, MAIN, "all modules");
  }

  /** Main classes of one module, named by its folder. */
  static JavaClasses main(String module, int minimum) {
    return main(ROOT.resolve(module), minimum);
  }

  /** Main classes of the module in a folder. */
  static JavaClasses main(Path module, int minimum) {
    var inModule =
        DescribedPredicate.<JavaClass>describe(
            "of " + module,
            type -> Path.of(type.getSource().orElseThrow().getUri()).startsWith(module));
    return atLeast(minimum, MAIN.that(inModule), module.toString());
  }

  /** Test classes of the module in a folder. */
  static JavaClasses tests(Path module) {
    return new ClassFileImporter().importPath(module.resolve(BUILD_FOLDER).resolve("test-classes"));
  }

  /** Folders of all plugins. */
  static List<Path> plugins() {
    var plugins = modulesIn(ROOT.resolve("plugins"));
    assertThat(plugins).as("folders of plugins").hasSizeGreaterThanOrEqualTo(4);
    return plugins;
  }

  /** Providers that a plugin offers to {@link java.util.ServiceLoader}, by class name. */
  static List<String> providers(Path plugin) {
    Path services =
        plugin.resolve(
            "src/main/resources/META-INF/services/org.dextwin.api.spi.ComponentProvider");
    assertThat(services).as("list of the providers of %s", plugin.getFileName()).isRegularFile();
    try (Stream<String> lines = Files.lines(services)) {
      return lines
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaClasses readMain() {
    var modules = new ArrayList<>(modulesIn(ROOT));
    modules.addAll(plugins());
    var folders =
        modules.stream()
            .map(module -> module.resolve(BUILD_FOLDER).resolve("classes"))
            .filter(Files::isDirectory)
            .toList();
    return new ClassFileImporter()
        // what they bundle of others is not ours
        .withImportOption(location -> location.contains("/org/dextwin/"))
        .importPaths(folders);
  }

  private static JavaClasses atLeast(int minimum, JavaClasses classes, String where) {
    assertThat(classes.size())
        .as("number of classes of %s; build all of them, with mvn verify in the root", where)
        .isGreaterThanOrEqualTo(minimum);
    return classes;
  }

  private static List<Path> modulesIn(Path parent) {
    try (Stream<Path> children = Files.list(parent)) {
      return children
          .filter(child -> Files.isRegularFile(child.resolve("pom.xml")))
          .filter(child -> Files.isDirectory(child.resolve("src/main")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
