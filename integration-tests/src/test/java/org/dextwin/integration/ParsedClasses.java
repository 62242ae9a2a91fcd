package org.dextwin.integration;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An archive of the command line's classes in parsed form, as the launcher keeps one: hundreds of
 * commands start in these tests, each in half the time.
 */
final class ParsedClasses {

  private static Optional<List<String>> options = Optional.empty();
  private static boolean tried;

  private ParsedClasses() {}

  /** Options of the JVM; none where the class path has folders, as in an editor. */
  static synchronized Optional<List<String>> of(List<String> classPath) {
    if (!tried) {
      tried = true;
      if (classPath.stream().allMatch(entry -> entry.endsWith(".jar"))) {
        options = archive(classPath);
      }
    }
    return options;
  }

  private static Optional<List<String>> archive(List<String> classPath) {
    Path archive = Dextwin.PLUGINS.resolveSibling("classes.jsa");
    try {
      Files.deleteIfExists(archive);
      new ProcessBuilder(
              Dextwin.java(),
              "-XX:ArchiveClassesAtExit=" + archive,
              "-XX:+UseSerialGC",
              "-Ddextwin.plugins=" + Dextwin.PLUGINS,
              "-cp",
              String.join(File.pathSeparator, classPath),
              "org.dextwin.core.internal.cli.Main",
              "plugins",
              "list")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while classes were archived", e);
    }
    // a JVM that refuses the archive goes on without, silently
    return Files.exists(archive)
        ? Optional.of(
            List.of(
                "-XX:SharedArchiveFile=" + archive,
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Xlog:cds*=off:stderr"))
        : Optional.empty();
  }
}
