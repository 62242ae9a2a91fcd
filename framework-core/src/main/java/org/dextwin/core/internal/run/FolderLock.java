package org.dextwin.core.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right of one process to write into a folder. The system frees it when the process ends. */
final class FolderLock implements AutoCloseable {

  /** Name of the file that carries the lock. */
  static final String FILE = ".lock";

  /**
   * Folders locked by this process. On POSIX systems a process loses its lock when it closes any
   * channel to the file, so the file must not even be opened a second time.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Locks a folder.
   *
   * @param folder an existing folder
   * @return the lock; empty if somebody else has it
   * @throws IOException if the folder is not writable
   */
  static Optional<FolderLock> acquire(Path folder) throws IOException {
    Path real = folder.toRealPath();
    if (!OWN.add(real)) {
      return Optional.empty();
    }
    boolean locked = false;
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(real.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      locked = channel.tryLock() != null;
      return locked ? Optional.of(new FolderLock(real, channel)) : Optional.empty();
    } finally {
      if (!locked) {
        OWN.remove(real);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  /** Says whether anybody holds the lock of a folder. */
  static boolean isHeld(Path folder) {
    try {
      Path real = folder.toRealPath();
      if (OWN.contains(real)) {
        return true;
      }
      Path file = real.resolve(FILE);
      if (!Files.exists(file)) {
        return false;
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
          FileLock lock = channel.tryLock()) {
        return lock == null;
      }
    } catch (IOException e) {
      // A folder that cannot be written to has no writer.
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lock of " + folder + " cannot be released", e);
    } finally {
      OWN.remove(folder);
    }
  }
}
