package org.dextwin.export.lerobot.internal.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;

/**
 * A new folder that gets its name when all of it is written. Until then it stands beside its place
 * under another name, and it goes away if it is closed early.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class StagedFolder implements AutoCloseable {

  private final Path target;
  private final Path staging;

  private StagedFolder(Path target, Path staging) {
    this.target = target;
    this.staging = staging;
  }

  /**
   * Begins a folder.
   *
   * @param target the folder; it may be there if it is empty
   * @throws InvalidInputException if something is there
   * @throws UncheckedIOException if it cannot be written
   */
  public static StagedFolder begin(Path target) {
    Path absolute = target.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (parent == null) {
      throw new InvalidInputException(target + " cannot be a dataset; name a folder in it");
    }
    try {
      refuseContent(target, absolute);
      Files.createDirectories(parent);
      String name = absolute.getFileName() + "." + ProcessHandle.current().pid() + ".part";
      return new StagedFolder(absolute, Files.createDirectory(parent.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(target + " cannot be made: " + IoReason.of(e), e);
    }
  }

  private static void refuseContent(Path target, Path absolute) throws IOException {
    if (Files.isDirectory(absolute)) {
      try (Stream<Path> content = Files.list(absolute)) {
        if (content.findAny().isPresent()) {
          throw new InvalidInputException(
              target + " is there already and not empty; name another folder, or delete it");
        }
      }
    } else if (Files.exists(absolute)) {
      throw new InvalidInputException(target + " is a file; expected the name of a new folder");
    }
  }

  /** Returns where to write until it is finished. */
  public Path path() {
    return staging;
  }

  /**
   * Gives the folder its name.
   *
   * @throws IOException if that fails
   */
  public void finish() throws IOException {
    Files.deleteIfExists(target); // empty, or it fails
    Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() {
    if (!Files.exists(staging)) {
      return; // finished
    }
    try (Stream<Path> content = Files.walk(staging)) {
      List<Path> innermostFirst = content.sorted(Comparator.reverseOrder()).toList();
      for (Path path : innermostFirst) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(staging + " cannot be deleted: " + IoReason.of(e), e);
    }
  }
}
