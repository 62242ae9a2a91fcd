package org.dextwin.core.internal.config;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dextwin.api.spi.PathKind;

/** Checks that a path leads to what it must lead to. */
final class PathCheck {

  private PathCheck() {}

  static void check(Reading.NamedPath named, Faults faults) {
    Path path = named.path();
    String wanted =
        switch (named.kind()) {
          case FILE -> "file";
          case FOLDER -> "folder";
          case FILE_OR_FOLDER, ANY -> "file or folder";
        };
    String found = null;
    if (named.kind() == PathKind.ANY) {
      return;
    } else if (!Files.exists(path)) {
      found = "there is no such " + wanted + ": " + path + missingParent(path);
    } else if (named.kind() == PathKind.FILE && !Files.isRegularFile(path)) {
      found = "is no file: " + path;
    } else if (named.kind() == PathKind.FOLDER && !Files.isDirectory(path)) {
      found = "is no folder: " + path;
    } else if (!Files.isReadable(path)) {
      found = "you may not read the " + wanted + " " + path;
    }
    if (found != null) {
      faults.add(named.node().at(), named.key(), found + start(named));
    }
  }

  private static String missingParent(Path path) {
    Path existing = path.getParent();
    while (existing != null && !Files.isDirectory(existing)) {
      existing = existing.getParent();
    }
    return existing == null || existing.equals(path.getParent())
        ? ""
        : "\n    the last folder of it that exists is " + existing;
  }

  private static String start(Reading.NamedPath named) {
    if (!(named.node() instanceof Node.Scalar scalar) || Path.of(scalar.text()).isAbsolute()) {
      return "";
    }
    Origin from = named.node().from();
    return "\n    \""
        + scalar.text()
        + "\" starts at "
        + from.folder()
        + ", because it was written in "
        + from;
  }
}
