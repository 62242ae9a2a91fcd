package org.dextwin.core;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a configuration comes from.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param file the configuration file; a relative path starts at the working folder; an empty path
 *     if there is none
 * @param sets texts {@code key=value} after {@code --set}; the last one is the strongest
 * @param extra further values as HOCON, stronger than the file and weaker than the sets
 * @param workingFolder where relative paths of sets and extra values start
 * @param experimentRequired true if there must be an experiment, which is then the root of all
 *     components; false if every role's own block is a root
 */
public record ConfigSource(
    Path file,
    List<String> sets,
    Optional<String> extra,
    Path workingFolder,
    boolean experimentRequired) {

  /** Stands for a file where there is none. */
  private static final Path NO_FILE = Path.of("");

  /**
   * Copies the list and makes the working folder absolute.
   *
   * @param file the configuration file
   * @param sets texts {@code key=value} after {@code --set}
   * @param extra further values as HOCON
   * @param workingFolder where relative paths of sets and extra values start
   * @param experimentRequired true if there must be an experiment
   */
  public ConfigSource {
    sets = List.copyOf(sets);
    workingFolder = workingFolder.toAbsolutePath().normalize();
  }

  /**
   * Returns a configuration without a file, which sets and further values fill.
   *
   * @return an empty configuration; the working folder is the process's
   */
  public static ConfigSource withoutFile() {
    return of(NO_FILE);
  }

  /**
   * Returns the configuration in a file, as it is.
   *
   * @param file the file
   * @return its configuration; the working folder is the process's
   */
  public static ConfigSource of(Path file) {
    return new ConfigSource(file, List.of(), Optional.empty(), Path.of(""), true);
  }

  /**
   * Says whether there is a file.
   *
   * @return false if all comes from sets and further values
   */
  public boolean hasFile() {
    return !file.equals(NO_FILE);
  }

  /**
   * Returns this source with other values from the command line.
   *
   * @param newSets texts {@code key=value}; the last one is the strongest
   * @return the changed source
   */
  public ConfigSource withSets(List<String> newSets) {
    return new ConfigSource(file, newSets, extra, workingFolder, experimentRequired);
  }

  /**
   * Returns this source with further values.
   *
   * @param hocon the values, stronger than the file and weaker than the sets
   * @return the changed source
   */
  public ConfigSource withExtra(String hocon) {
    return new ConfigSource(file, sets, Optional.of(hocon), workingFolder, experimentRequired);
  }

  /**
   * Returns this source with another working folder.
   *
   * @param folder where relative paths of the command line start
   * @return the changed source
   */
  public ConfigSource withWorkingFolder(Path folder) {
    return new ConfigSource(file, sets, extra, folder, experimentRequired);
  }

  /**
   * Returns this source as one that may lack an experiment: then every role's own block is made.
   *
   * @return the changed source
   */
  public ConfigSource withoutExperiment() {
    return new ConfigSource(file, sets, extra, workingFolder, false);
  }
}
