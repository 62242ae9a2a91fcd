package org.dextwin.core.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one run, held by one process at a time.
 *
 * <p>A folder holds a run as soon as it holds {@code result.json} or {@code provenance.json} of
 * one. Files that were in the folder before its run belong to the user: a run never replaces them,
 * and {@link Existing#OVERWRITE} keeps them.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class RunFolder implements AutoCloseable {

  static final String RESULT = "result.json";
  static final String PROVENANCE = "provenance.json";
  static final String CONFIG = "config.conf";
  static final String METRICS = "metrics.jsonl";
  static final String SECTIONS = "report.jsonl";
  static final String REPORT = "report.html";
  static final String LOG = "log.txt";
  static final String PLOTS = "plots";
  static final String STAGES = "stages";

  private static final String RUNS = "runs";

  private static final List<String> RESERVED =
      List.of(RESULT, PROVENANCE, CONFIG, METRICS, SECTIONS, REPORT, LOG, PLOTS, STAGES);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Path path;
  private final FolderLock lock;
  private final Set<String> kept;
  private final boolean resumed;
  private final boolean made;

  private RunFolder(Path path, FolderLock lock, Set<String> kept, boolean resumed, boolean made) {
    this.path = path;
    this.lock = lock;
    this.kept = kept;
    this.resumed = resumed;
    this.made = made;
  }

  /** What to do with a run that the folder already holds. */
  public enum Existing {
    /** Refuse the folder. */
    REFUSE,
    /** Continue the run; begin one if there is none. */
    RESUME,
    /** Delete the run; files that were there before it stay. */
    OVERWRITE
  }

  /**
   * Opens a folder for a run and locks it.
   *
   * @param folder a missing or existing folder
   * @param existing what to do with an earlier run
   * @param needed files and folders that the run reads, which it must neither delete nor write to
   * @return the folder; close it at the end of the run
   * @throws RunFolderException if it cannot be used so
   */
  public static RunFolder open(Path folder, Existing existing, List<Path> needed) {
    Path path = folder.toAbsolutePath().normalize();
    refuseInside(path, needed);
    boolean made = !Files.exists(path);
    create(path);
    return open(path, existing, needed, made);
  }

  private static RunFolder open(Path path, Existing existing, List<Path> needed, boolean made) {
    FolderLock lock = lock(path);
    boolean opened = false;
    try {
      boolean earlier = holdsRun(path);
      if (earlier && existing == Existing.REFUSE) {
        throw new RunFolderException(
            path
                + " already holds a run ("
                + describe(path)
                + "); add --resume to continue it, --overwrite to replace it, or choose another"
                + " folder with --out");
      }
      Set<String> kept = earlier ? keptBy(path) : names(path);
      if (earlier && existing == Existing.OVERWRITE) {
        delete(path, kept, needed);
      }
      if (!earlier) {
        refuseReserved(path);
      }
      opened = true;
      return new RunFolder(path, lock, kept, earlier && existing == Existing.RESUME, made);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be prepared: " + e.getMessage(), e);
    } finally {
      if (!opened) {
        lock.close();
      }
    }
  }

  /**
   * Opens the folder of a new run: {@code runs/<time>-<name>} in the working folder.
   *
   * @param workingFolder the working folder
   * @param name name of the run
   * @param now the time
   * @param needed files and folders that the run reads
   * @return the folder; close it at the end of the run
   * @throws RunFolderException if it cannot be made
   */
  public static RunFolder openFresh(
      Path workingFolder, String name, LocalDateTime now, List<Path> needed) {
    Path absolute = workingFolder.toAbsolutePath().normalize();
    refuseInside(absolute.resolve(RUNS), needed);
    return open(fresh(absolute, name, now), Existing.REFUSE, needed, true);
  }

  /** Makes an empty folder that nobody else was given. */
  static Path fresh(Path workingFolder, String name, LocalDateTime now) {
    Path runs = workingFolder.resolve(RUNS);
    create(runs);
    String base = TIME.format(now) + "-" + name;
    Path path = runs.resolve(base);
    for (int i = 2; ; i++) {
      try {
        return Files.createDirectory(path);
      } catch (FileAlreadyExistsException e) {
        path = runs.resolve(base + "-" + i);
      } catch (IOException e) {
        throw new RunFolderException(
            "the run folder "
                + path
                + " cannot be made ("
                + IoReason.of(e)
                + "); choose one with --out");
      }
    }
  }

  /**
   * Returns the newest run of a name in the working folder.
   *
   * @param workingFolder the working folder
   * @param name name of the run
   * @return its folder; empty if there is none
   */
  public static Optional<Path> newest(Path workingFolder, String name) {
    Path runs = workingFolder.resolve(RUNS);
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    String pattern = "\\d{8}-\\d{6}-" + Pattern.quote(name) + "(-\\d+)?";
    try (Stream<Path> folders = Files.list(runs)) {
      return folders
          .filter(folder -> folder.getFileName().toString().matches(pattern))
          .filter(RunFolder::holdsRun)
          .max(Comparator.naturalOrder());
    } catch (IOException e) {
      throw new UncheckedIOException(runs + " cannot be listed: " + IoReason.of(e), e);
    }
  }

  /**
   * Says whether a folder holds a run.
   *
   * @param folder any path
   * @return true if it holds a run, finished or not
   */
  public static boolean holdsRun(Path folder) {
    return has(folder.resolve(RESULT), "experiment")
        || has(folder.resolve(PROVENANCE), "dextwin_version");
  }

  /**
   * Returns where the folder is.
   *
   * @return an absolute path
   */
  public Path path() {
    return path;
  }

  /**
   * Says whether the folder holds an earlier run that is to be continued.
   *
   * @return true if so
   */
  public boolean isResumed() {
    return resumed;
  }

  /** Returns the names of what was in the folder before its run. */
  Set<String> kept() {
    return kept;
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  /** Returns a folder within the run folder, which exists then. */
  Path subfolder(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(path.resolve(name) + " cannot be made: " + IoReason.of(e), e);
    }
  }

  /** Gives the folder free; removes it if it was made for a run that did not begin. */
  @Override
  public void close() {
    try {
      if (made && names(path).isEmpty()) {
        Files.deleteIfExists(path.resolve(FolderLock.FILE));
        Files.delete(path);
      }
    } catch (IOException e) {
      // An empty folder is left behind, or somebody has put something there.
    } finally {
      lock.close();
    }
  }

  /** A run in a folder that it reads would change its own input. */
  private static void refuseInside(Path path, List<Path> needed) {
    Path real = real(path);
    for (Path input : needed) {
      if (Files.isDirectory(input) && real.startsWith(real(input.toAbsolutePath().normalize()))) {
        throw new RunFolderException(
            "the run folder "
                + path
                + (path.equals(input) ? " is one" : " would be in " + input + ",")
                + " which the experiment reads, so that the run would change its own input; choose"
                + " a folder outside of it with --out");
      }
    }
  }

  /** Follows the links of as much of a path as exists. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      Path parent = path.getParent();
      return parent == null ? path : real(parent).resolve(path.getFileName());
    }
  }

  private static void create(Path path) {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new RunFolderException(path + " is a file; a run needs a folder, choose another --out");
    }
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new RunFolderException(
          "the run folder "
              + path
              + " cannot be made ("
              + IoReason.of(e)
              + "); choose another one with --out");
    }
  }

  private static FolderLock lock(Path path) {
    try {
      return FolderLock.acquire(path)
          .orElseThrow(
              () ->
                  new RunFolderException(
                      path
                          + " is in use by another dextwin process; wait for it, or choose another"
                          + " folder with --out"));
    } catch (IOException e) {
      throw new RunFolderException(
          "cannot write into the run folder "
              + path
              + " ("
              + IoReason.of(e)
              + "); choose another one with --out");
    }
  }

  private static boolean has(Path file, String key) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try {
      return Json.read(file).values().containsKey(key);
    } catch (InvalidInputException | UncheckedIOException e) {
      return false;
    }
  }

  private static String describe(Path path) {
    Path file = path.resolve(RESULT);
    return has(file, "status")
        ? String.valueOf(Json.read(file).values().get("status"))
        : "unfinished";
  }

  private static void refuseReserved(Path path) {
    for (String name : RESERVED) {
      if (Files.exists(path.resolve(name))) {
        throw new RunFolderException(
            path + " holds '" + name + "', which a run would replace; choose another --out");
      }
    }
  }

  private static Set<String> names(Path path) throws IOException {
    Set<String> names = new HashSet<>();
    try (Stream<Path> entries = Files.list(path)) {
      entries.map(entry -> entry.getFileName().toString()).forEach(names::add);
    }
    names.remove(FolderLock.FILE);
    return names;
  }

  private static Set<String> keptBy(Path path) {
    Path file = path.resolve(PROVENANCE);
    if (has(file, "kept") && Json.read(file).values().get("kept") instanceof List<?> names) {
      return names.stream().map(String::valueOf).collect(Collectors.toSet());
    }
    throw new RunFolderException(
        file
            + " is missing or damaged, so it is unknown which files of "
            + path
            + " belong to the run; delete the folder by hand, or choose another one with --out");
  }

  /** Deletes the result first, so that it is never found without the run that it belongs to. */
  private static void delete(Path path, Set<String> kept, List<Path> needed) throws IOException {
    List<Path> doomed =
        names(path).stream()
            .filter(name -> !kept.contains(name))
            .sorted(
                Comparator.comparing((String name) -> !name.equals(RESULT))
                    .thenComparing(name -> name.equals(PROVENANCE)))
            .map(path::resolve)
            .toList();
    for (Path input : needed) {
      Path absolute = input.toAbsolutePath().normalize();
      if (doomed.stream().anyMatch(absolute::startsWith)) {
        throw new RunFolderException(
            "--overwrite would delete "
                + input
                + ", which the configuration names; choose another --out");
      }
    }
    for (Path entry : doomed) {
      deleteTree(entry);
    }
  }

  private static void deleteTree(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Returns what a file of the run says, or nothing if it is missing. */
  static Item readIfPresent(Path file) {
    return Files.exists(file) ? Json.read(file) : Item.empty();
  }
}
