package org.dextwin.core.internal.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.dextwin.api.spi.IoReason;

/**
 * A folder that plugins are installed into. The file {@code checksums.sha256} in it, of the form
 * that {@code sha256sum -c} reads, records what was installed; a file that was only dropped there
 * is not in it.
 */
public final class InstalledPlugins {

  private static final String RECORD = "checksums.sha256";
  private static final String SEPARATOR = "  ";

  private final Path folder;
  private final Path cache;
  private final String apiVersion;

  /**
   * Opens a folder.
   *
   * @param folder the folder; made when something is installed
   * @param cache where zips are unpacked
   * @param apiVersion version of the API
   */
  public InstalledPlugins(Path folder, Path cache, String apiVersion) {
    this.folder = folder;
    this.cache = cache;
    this.apiVersion = apiVersion;
  }

  /** What became of a file since it was installed. */
  public enum Condition {
    /** It is what was installed. */
    UNCHANGED,
    /** Its checksum is another one. */
    CHANGED,
    /** It is gone. */
    MISSING,
    /** It was put there by hand. */
    NOT_RECORDED
  }

  /** Returns the recorded checksum of a file; nothing if nobody recorded it. */
  static Optional<String> recorded(Path file) {
    return Optional.ofNullable(
        readRecord(file.toAbsolutePath().resolveSibling("")).get(file.getFileName().toString()));
  }

  /** Returns the condition of every file that is, or should be, in the folder, by name. */
  public Map<Path, Condition> conditions() {
    Map<Path, Condition> conditions = new TreeMap<>();
    Map<String, String> record = readRecord(folder);
    record.keySet().forEach(name -> conditions.put(folder.resolve(name), Condition.MISSING));
    for (Path file :
        Files.isDirectory(folder) ? PluginFiles.in(List.of(folder)) : List.<Path>of()) {
      String expected = record.get(file.getFileName().toString());
      conditions.put(
          file,
          expected == null
              ? Condition.NOT_RECORDED
              : expected.equals(checksum(file)) ? Condition.UNCHANGED : Condition.CHANGED);
    }
    return conditions;
  }

  /**
   * Installs a plugin from a file, if it works together with what else is there.
   *
   * @param file the jar or zip
   * @param others all folders that plugins are loaded from
   * @param replace true if it may take the place of another version
   * @return the plugin as it is installed
   * @throws PluginHostException if it does not work, or is there already
   */
  public LoadedPlugin install(Path file, List<Path> others, boolean replace) {
    try {
      Files.createDirectories(folder);
      Path staging = Files.createDirectory(folder.resolve(".installing-" + UUID.randomUUID()));
      try {
        Path staged = Files.copy(file, staging.resolve(file.getFileName().toString()));
        LoadedPlugin plugin = tried(staged, file, others);
        List<Path> earlier = earlier(plugin.id(), others);
        if (!earlier.isEmpty() && !replace) {
          throw new PluginHostException(
              "the plugin '"
                  + plugin.id()
                  + "' is installed as "
                  + earlier.get(0)
                  + "; --replace puts this one in its place");
        }
        Path target = folder.resolve(plugin.id() + "-" + plugin.version() + ending(file));
        Map<String, String> record = readRecord(folder);
        earlier.forEach(old -> record.remove(old.getFileName().toString()));
        record.put(target.getFileName().toString(), checksum(staged));
        Files.move(staged, target, StandardCopyOption.REPLACE_EXISTING);
        writeRecord(record);
        for (Path old : earlier) {
          if (!old.equals(target)) {
            Files.delete(old);
          }
        }
        return plugin.at(target);
      } finally {
        UnpackedZip.delete(staging);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          file + " cannot be installed in " + folder + ": " + IoReason.of(e), e);
    }
  }

  /**
   * Removes a plugin.
   *
   * @param id its id, or the name of its file
   * @return the file that was removed
   * @throws PluginHostException if it is not installed here
   */
  public Path remove(String id) {
    Path file =
        conditions().keySet().stream()
            .filter(f -> f.getFileName().toString().equals(id) || idOf(f).equals(Optional.of(id)))
            .findFirst()
            .orElseThrow(
                () ->
                    new PluginHostException(
                        "the plugin '" + id + "' is not installed in " + folder));
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be removed: " + IoReason.of(e), e);
    }
    Map<String, String> record = readRecord(folder);
    if (record.remove(file.getFileName().toString()) != null) {
      writeRecord(record);
    }
    return file;
  }

  /** Loads the staged file with everything else, and insists that it works. */
  private LoadedPlugin tried(Path staged, Path file, List<Path> others) {
    List<Path> folders = new ArrayList<>(List.of(staged.getParent()));
    others.stream().filter(Files::isDirectory).forEach(folders::add);
    try (PluginHost host = PluginHost.open(folders, List.of(), cache, apiVersion)) {
      LoadedPlugin plugin =
          Conflicts.refused(host.plugins()).stream()
              .filter(p -> p.jar().equals(staged))
              .findFirst()
              .orElseThrow(
                  () -> new PluginHostException(file + " is not installed: it is no jar or zip"));
      if (plugin.failure() != null) {
        throw new PluginHostException(file + " is not installed: it " + plugin.failure().message());
      }
      return plugin;
    }
  }

  /** Returns the files of other versions here; other folders must have none. */
  private List<Path> earlier(String id, List<Path> folders) {
    List<Path> earlier = new ArrayList<>();
    for (Path file : PluginFiles.in(folders.stream().filter(Files::isDirectory).toList())) {
      if (idOf(file).equals(Optional.of(id))) {
        if (!file.toAbsolutePath().resolveSibling("").equals(folder.toAbsolutePath())) {
          throw new PluginHostException(
              "the plugin '" + id + "' is there already, outside of " + folder + ": " + file);
        }
        earlier.add(file);
      }
    }
    return earlier;
  }

  private Optional<String> idOf(Path file) {
    try {
      Path unpacked = file.toString().endsWith(".zip") ? UnpackedZip.of(file, cache) : file;
      return Optional.of(new HostPluginManager(apiVersion).describe(unpacked).getPluginId());
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // no plugin, so none of that id
    }
  }

  private static String ending(Path file) {
    return file.toString().endsWith(".zip") ? ".zip" : ".jar";
  }

  private static String checksum(Path file) {
    try {
      return FileChecksum.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + IoReason.of(e), e);
    }
  }

  private static Map<String, String> readRecord(Path folder) {
    Map<String, String> record = new LinkedHashMap<>();
    Path file = folder.resolve(RECORD);
    if (!Files.isRegularFile(file)) {
      return record;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        int gap = line.indexOf(SEPARATOR);
        if (gap > 0) {
          record.put(line.substring(gap + SEPARATOR.length()), line.substring(0, gap));
        }
      }
      return record;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + IoReason.of(e), e);
    }
  }

  private void writeRecord(Map<String, String> record) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(record)
        .forEach((name, sum) -> text.append(sum).append(SEPARATOR).append(name).append('\n'));
    Path file = folder.resolve(RECORD);
    try {
      WholeFile.write(file, text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + IoReason.of(e), e);
    }
  }
}
