package org.dextwin.core.internal.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dextwin.api.spi.IoReason;

/** The jars and zips in the plugin folders. */
final class PluginFiles {

  private PluginFiles() {}

  /**
   * Lists jars and zips of several folders, each file once, in the order of folders and names.
   *
   * @throws PluginHostException if a folder cannot be read
   */
  static List<Path> in(List<Path> folders) {
    Set<Path> real = new LinkedHashSet<>();
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new PluginHostException(
            "plugin folder "
                + folder.toAbsolutePath()
                + (Files.exists(folder) ? " is no folder" : " does not exist")
                + "; create it, or correct --plugins or DEXTWIN_PLUGINS");
      }
      for (Path file : list(folder, ".jar", ".zip")) {
        if (real.add(realPath(file))) {
          files.add(file);
        }
      }
    }
    return files;
  }

  /** Lists the jars in a folder by name; none if there is no such folder. */
  static List<Path> jarsIn(Path folder) {
    return Files.isDirectory(folder) ? list(folder, ".jar") : List.of();
  }

  private static List<Path> list(Path folder, String... endings) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Stream.of(endings).anyMatch(file.getFileName().toString()::endsWith))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw unreadable(folder, IoReason.of(e));
    } catch (IOException e) {
      throw unreadable(folder, IoReason.of(e));
    }
  }

  private static PluginHostException unreadable(Path folder, String reason) {
    return new PluginHostException("plugin folder " + folder + " cannot be read: " + reason);
  }

  private static Path realPath(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }
}
