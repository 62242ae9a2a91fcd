package org.dextwin.core.internal.run;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.dextwin.api.spi.IoReason;

/** Writes files of which a reader, and a machine that lost power, sees the old or the new state. */
public final class AtomicFile {

  /** Ending of files that are being written. */
  static final String PART = ".part";

  private AtomicFile() {}

  /**
   * Writes a text in UTF-8. Two threads must not write the same file at the same time.
   *
   * @param target the file
   * @param content its content
   * @throws UncheckedIOException if it cannot be written; the old file is then untouched
   */
  public static void write(Path target, String content) {
    write(target, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a file. Two threads must not write the same one at the same time.
   *
   * @param target the file
   * @param content its content
   * @throws UncheckedIOException if it cannot be written; the old file is then untouched
   */
  static void write(Path target, byte[] content) {
    Path part = target.resolveSibling(target.getFileName() + PART);
    try {
      // Not a channel: those are closed when the writing thread is interrupted.
      try (var stream = new FileOutputStream(part.toFile())) {
        stream.write(content);
        stream.getFD().sync();
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      syncFolder(target);
    } catch (IOException e) {
      throw new UncheckedIOException(target + " cannot be written: " + IoReason.of(e), e);
    }
  }

  /** Makes the new name durable; folders cannot be opened on every system. */
  private static void syncFolder(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows refuses; there the move itself is durable.
    }
  }
}
