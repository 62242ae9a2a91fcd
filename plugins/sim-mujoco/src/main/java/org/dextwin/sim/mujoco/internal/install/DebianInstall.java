package org.dextwin.sim.mujoco.internal.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dextwin.api.spi.Command.Console;
import org.dextwin.api.spi.ComponentUnavailableException;

/**
 * Downloads Debian's package of the library with the system's own apt-get, which verifies its
 * signature, and unpacks it into a folder of the user. Libraries that it depends on and the system
 * lacks come along.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class DebianInstall {

  private static final Pattern PACKAGE = Pattern.compile("(?m)^(libmujoco\\d[\\w.+-]*) ");

  /** What Debian's package depends on besides the C and C++ libraries. */
  private static final Pattern DEPENDENCY = Pattern.compile("(?m)^\\s*Depends:\\s*(\\S+)");

  private static final List<String> ALWAYS_THERE = List.of("libc6", "libgcc-s1", "libstdc++6");

  private static final String OTHER_WAYS =
      "run 'python3 -m pip install mujoco', or unpack a release of MuJoCo into ~/.mujoco, or name"
          + " a library with the variable DEXTWIN_MUJOCO";

  private final Path folder;

  /**
   * Prepares an installation.
   *
   * @param folder where to install
   */
  public DebianInstall(Path folder) {
    this.folder = folder;
  }

  /**
   * Installs the library.
   *
   * @param console hears of the progress
   * @return the library
   * @throws ComponentUnavailableException if it cannot be done on this machine
   */
  public Path install(Console console) {
    Path work = null;
    try {
      Files.createDirectories(folder);
      work = Files.createTempDirectory(folder, ".unpacking-");
      String name = packageName();
      List<String> packages = new ArrayList<>(List.of(name));
      packages.addAll(missingDependencies(name));
      console.say("downloading " + String.join(", ", packages));
      for (String each : packages) {
        run(work, "apt-get", "-q", "download", each);
      }
      for (Path archive : files(work, ".deb")) {
        run(work, "dpkg-deb", "-x", archive.toString(), work.resolve("content").toString());
      }
      Path lib = folder.resolve("lib");
      Files.createDirectories(lib);
      for (Path file : files(work.resolve("content"), "")) {
        if (file.getFileName().toString().contains(".so")) {
          Files.copy(
              file,
              lib.resolve(file.getFileName()),
              StandardCopyOption.REPLACE_EXISTING,
              LinkOption.NOFOLLOW_LINKS);
        }
      }
      return library(lib);
    } catch (IOException e) {
      throw new UncheckedIOException("MuJoCo cannot be installed in " + folder, e);
    } finally {
      if (work != null) {
        delete(work);
      }
    }
  }

  private Path library(Path lib) throws IOException {
    return files(lib, "").stream()
        .filter(file -> file.getFileName().toString().startsWith("libmujoco"))
        .findFirst()
        .orElseThrow(() -> unavailable("the package holds no libmujoco.so"));
  }

  private String packageName() throws IOException {
    Matcher found =
        PACKAGE.matcher(run(folder, "apt-cache", "search", "--names-only", "^libmujoco"));
    if (!found.find()) {
      throw unavailable(
          "this system's package lists hold no libmujoco; 'sudo apt-get update' may bring it, on"
              + " Debian 12 and its relatives");
    }
    return found.group(1);
  }

  private List<String> missingDependencies(String name) throws IOException {
    Matcher found = DEPENDENCY.matcher(run(folder, "apt-cache", "depends", name));
    List<String> missing = new ArrayList<>();
    while (found.find()) {
      String dependency = found.group(1);
      if (!ALWAYS_THERE.contains(dependency) && !isInstalled(dependency)) {
        missing.add(dependency);
      }
    }
    return missing;
  }

  private boolean isInstalled(String name) throws IOException {
    try {
      return run(folder, "dpkg-query", "-W", "-f=${Status}", name).contains("install ok installed");
    } catch (ComponentUnavailableException e) {
      return false; // dpkg-query fails for what it does not know
    }
  }

  /** Runs a program of the system and returns what it printed. */
  private static String run(Path where, String... words) throws IOException {
    Process process;
    try {
      process =
          new ProcessBuilder(words).directory(where.toFile()).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw unavailable("the program " + words[0] + " is missing, so this is no Debian");
    }
    process.getOutputStream().close();
    String printed;
    try (InputStream in = process.getInputStream()) {
      printed = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    try {
      if (process.waitFor() != 0) {
        throw unavailable("'" + String.join(" ", words) + "' failed: " + printed.strip());
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw unavailable("the installation was interrupted");
    }
    return printed;
  }

  private static ComponentUnavailableException unavailable(String message) {
    return new ComponentUnavailableException("MuJoCo cannot be installed: " + message, OTHER_WAYS);
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> file.getFileName().toString().endsWith(ending))
          .sorted()
          .toList();
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clean up " + folder, e);
    }
  }
}
