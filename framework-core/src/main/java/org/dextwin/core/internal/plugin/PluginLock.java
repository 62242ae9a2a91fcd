package org.dextwin.core.internal.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;

/**
 * The file {@code plugins.lock} beside a configuration: the plugins that its runs may use, each
 * with its checksum. Lines are {@code sha256 id version}.
 */
public final class PluginLock {

  /** Name of the file. */
  public static final String NAME = "plugins.lock";

  private static final String HEADING =
      """
      # Plugins that runs of the configurations in this folder may use: SHA-256, id, version.
      # Written by 'dextwin plugins lock'.
      """;

  private final Path file;
  private final Map<String, Entry> entries;

  private PluginLock(Path file, Map<String, Entry> entries) {
    this.file = file;
    this.entries = entries;
  }

  private record Entry(String sha256, String version, int line) {}

  /**
   * A plugin that the lock refuses.
   *
   * @param location file and line
   * @param message what is wrong and how to mend it
   */
  public record Refusal(String location, String message) {}

  /**
   * Reads the lock of a folder.
   *
   * @return the lock; empty if the folder has none
   * @throws InvalidInputException if it is no lock
   */
  public static Optional<PluginLock> in(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + IoReason.of(e), e);
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] words = line.split("\\s+", -1);
      if (words.length != 3 || !words[0].matches("[0-9a-f]{64}")) {
        throw new InvalidInputException(
            file
                + ":"
                + (i + 1)
                + ": found '"
                + line
                + "', expected a SHA-256, an id and a version; 'dextwin plugins lock' writes the"
                + " file anew");
      }
      entries.put(words[1], new Entry(words[0], words[2], i + 1));
    }
    return Optional.of(new PluginLock(file, entries));
  }

  /**
   * Pins plugins.
   *
   * @param folder folder of the configurations
   * @param plugins the plugins
   * @return the lock
   */
  public static Path write(Path folder, List<LoadedPlugin> plugins) {
    StringBuilder text = new StringBuilder(HEADING);
    for (LoadedPlugin plugin : plugins) {
      text.append(checksum(plugin)).append("  ").append(plugin.id());
      text.append("  ").append(plugin.version()).append('\n');
    }
    Path file = folder.resolve(NAME);
    try {
      WholeFile.write(file, text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + IoReason.of(e), e);
    }
    return file;
  }

  /** Returns what the lock has against some plugins. */
  public List<Refusal> refusals(List<LoadedPlugin> used) {
    List<Refusal> refusals = new ArrayList<>();
    for (LoadedPlugin plugin : used) {
      Entry entry = entries.get(plugin.id());
      String found = plugin.id() + " " + plugin.version() + " (" + plugin.jar() + ")";
      if (entry == null) {
        refusals.add(
            new Refusal(
                file.toString(),
                "does not name the plugin "
                    + found
                    + ", which this configuration uses"
                    + remedy()));
      } else if (!entry.sha256.equals(checksum(plugin))) {
        refusals.add(
            new Refusal(
                file + ":" + entry.line,
                "pins "
                    + plugin.id()
                    + " "
                    + entry.version
                    + " with SHA-256 "
                    + entry.sha256
                    + ", but installed is "
                    + found
                    + " with "
                    + checksum(plugin)
                    + remedy()));
      }
    }
    return refusals;
  }

  private static String remedy() {
    return "\n    install the plugin that was pinned, or pin this one with 'dextwin plugins lock'";
  }

  private static String checksum(LoadedPlugin plugin) {
    try {
      return FileChecksum.of(plugin.jar());
    } catch (IOException e) {
      throw new UncheckedIOException(plugin.jar() + " cannot be read: " + IoReason.of(e), e);
    }
  }
}
