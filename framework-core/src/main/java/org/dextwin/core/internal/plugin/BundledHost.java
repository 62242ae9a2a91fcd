package org.dextwin.core.internal.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Finds copies of what the host provides inside a plugin. They do no harm, because plugins see the
 * host's classes first, but they are not what the plugin runs with.
 */
final class BundledHost {

  private BundledHost() {}

  static List<String> warnings(Path file) {
    return find(file)
        .map(
            entry ->
                "holds its own copy of what DexTwin provides ("
                    + entry
                    + "), which is not used; give that dependency the scope 'provided'")
        .stream()
        .toList();
  }

  private static Optional<String> find(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      var entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (isOfHost(entry.getName())) {
          return Optional.of(entry.getName());
        }
        if (entry.getName().endsWith(".jar")) {
          Optional<String> inner = within(zip.getInputStream(entry));
          if (inner.isPresent()) {
            return Optional.of(entry.getName());
          }
        }
      }
    } catch (IOException e) {
      // A file that cannot be read fails for that reason.
    }
    return Optional.empty();
  }

  private static Optional<String> within(InputStream jar) throws IOException {
    try (ZipInputStream entries = new ZipInputStream(jar)) {
      ZipEntry entry;
      while ((entry = entries.getNextEntry()) != null) {
        if (isOfHost(entry.getName())) {
          return Optional.of(entry.getName());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOfHost(String entry) {
    return entry.endsWith(".class")
        && HostLoader.SHARED.stream().anyMatch(entry.replace('/', '.')::startsWith);
  }
}
