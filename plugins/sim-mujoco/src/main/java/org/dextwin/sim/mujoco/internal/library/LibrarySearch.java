package org.dextwin.sim.mujoco.internal.library;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dextwin.api.spi.ComponentUnavailableException;

/**
 * Looks for a MuJoCo library: the one that the configuration names, then that of the variable
 * {@code DEXTWIN_MUJOCO}, then the usual places. What is named explicitly must be there; nothing
 * else is taken in its stead.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class LibrarySearch {

  /** Environment variable with the library, or the folder that holds it. */
  public static final String VARIABLE = "DEXTWIN_MUJOCO";

  /** What to do where there is none. */
  public static final String REMEDY =
      "run 'dextwin mujoco install', or 'sudo apt-get install libmujoco2.2.2' (Debian), or"
          + " 'python3 -m pip install mujoco', or name a library with the variable "
          + VARIABLE
          + " or the key simulator.mujoco.library";

  private static final String[] NAMES = {"libmujoco.so*", "libmujoco*.dylib"};

  private static final List<String> SYSTEM_FOLDERS =
      List.of(
          "/usr/lib/x86_64-linux-gnu",
          "/usr/lib/aarch64-linux-gnu",
          "/usr/local/lib",
          "/usr/lib64",
          "/usr/lib",
          "/opt/mujoco/lib",
          "/opt/homebrew/lib");

  private static final List<String> PYTHON_FOLDERS =
      List.of("/usr/local/lib", "/usr/lib", "/opt/conda/lib");

  private final Map<String, String> environment;
  private final Path home;

  /**
   * Prepares a search.
   *
   * @param environment variables of the environment
   * @param home the user's home folder
   */
  public LibrarySearch(Map<String, String> environment, Path home) {
    this.environment = Map.copyOf(environment);
    this.home = home;
  }

  /**
   * Searches for the user of this process.
   *
   * @return the search
   */
  public static LibrarySearch ofThisProcess() {
    return new LibrarySearch(System.getenv(), Path.of(System.getProperty("user.home", "")));
  }

  /**
   * Returns where {@code dextwin mujoco install} puts the library.
   *
   * @return a folder of the user
   */
  public Path installFolder() {
    String chosen = environment.getOrDefault("DEXTWIN_HOME", "");
    return (chosen.isBlank() ? home.resolve(".dextwin") : Path.of(chosen)).resolve("mujoco");
  }

  /**
   * Finds the library to use.
   *
   * @param configured library or folder of the configuration
   * @return an existing file
   * @throws ComponentUnavailableException if there is none; it says where was looked, and what to
   *     do
   */
  public Path find(Optional<Path> configured) {
    if (configured.isPresent()) {
      return named(configured.get(), "the key 'library'");
    }
    String variable = environment.getOrDefault(VARIABLE, "");
    if (!variable.isBlank()) {
      return named(Path.of(variable), "the variable " + VARIABLE);
    }
    List<Path> folders = folders();
    for (Path folder : folders) {
      Optional<Path> found = in(folder);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new ComponentUnavailableException(
        "there is no MuJoCo library (libmujoco.so) in " + readable(folders), REMEDY);
  }

  private static String readable(List<Path> folders) {
    return String.join(", ", folders.stream().map(Path::toString).distinct().toList());
  }

  private static Path named(Path path, String origin) {
    if (Files.isRegularFile(path)) {
      return path.toAbsolutePath();
    }
    for (Path folder : List.of(path, path.resolve("lib"))) {
      Optional<Path> found = in(folder);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new ComponentUnavailableException(
        origin
            + " names "
            + path
            + ", which is "
            + (Files.exists(path) ? "a folder without libmujoco.so" : "not there"),
        "correct it, or remove it and " + REMEDY);
  }

  /** The places to look at, best first. */
  private List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    folders.add(installFolder().resolve("lib"));
    Stream.of(environment.getOrDefault("LD_LIBRARY_PATH", "").split(File.pathSeparator, -1))
        .filter(folder -> !folder.isBlank())
        .forEach(folder -> folders.add(Path.of(folder)));
    folders.addAll(matches(home, "mujoco*", "lib"));
    folders.addAll(matches(home.resolve(".mujoco"), "mujoco*", "lib"));
    folders.addAll(matches(home.resolve(".mujoco"), "mujoco*", "bin"));
    SYSTEM_FOLDERS.forEach(folder -> folders.add(Path.of(folder)));
    folders.addAll(python());
    return folders;
  }

  /** Folders of the Python package, which brings the library along. */
  private List<Path> python() {
    List<Path> folders = new ArrayList<>();
    String virtual = environment.getOrDefault("VIRTUAL_ENV", "");
    String conda = environment.getOrDefault("CONDA_PREFIX", "");
    List<Path> roots = new ArrayList<>();
    for (String root : List.of(virtual, conda)) {
      if (!root.isBlank()) {
        roots.add(Path.of(root, "lib"));
      }
    }
    roots.add(home.resolve(".local/lib"));
    PYTHON_FOLDERS.forEach(root -> roots.add(Path.of(root)));
    for (Path root : roots) {
      folders.addAll(matches(root, "python3*", "site-packages/mujoco"));
      folders.addAll(matches(root, "python3*", "dist-packages/mujoco"));
    }
    return folders;
  }

  /** Existing folders parent/pattern/child, newest name first. */
  private static List<Path> matches(Path parent, String pattern, String child) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, pattern)) {
      List<Path> found = new ArrayList<>();
      for (Path folder : folders) {
        if (Files.isDirectory(folder.resolve(child))) {
          found.add(folder.resolve(child));
        }
      }
      found.sort(Comparator.reverseOrder());
      return found;
    } catch (IOException e) {
      return List.of(); // a folder that may not be read holds nothing for us
    }
  }

  private static Optional<Path> in(Path folder) {
    List<Path> found = new ArrayList<>();
    for (String name : NAMES) {
      if (Files.isDirectory(folder)) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, name)) {
          files.forEach(found::add);
        } catch (IOException e) {
          found.clear(); // as above
        }
      }
    }
    return found.stream()
        .filter(Files::isRegularFile)
        .sorted()
        .findFirst()
        .map(Path::toAbsolutePath);
  }
}
