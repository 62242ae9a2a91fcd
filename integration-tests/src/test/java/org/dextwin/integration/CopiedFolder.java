package org.dextwin.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies folders, so that tests may change them. */
final class CopiedFolder {

  private CopiedFolder() {}

  /** Copies a file, or a folder with all that is in it; folders above are made. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> sources = Files.walk(from)) {
      for (Path source : sources.toList()) {
        Files.copy(source, to.resolve(from.relativize(source).toString()));
      }
    }
  }
}
