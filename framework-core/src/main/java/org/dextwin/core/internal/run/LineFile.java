package org.dextwin.core.internal.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;

/**
 * A file of one JSON object per line that grows at its end. A line that was cut off when a process
 * was killed is removed before the next one is written, and left out by readers.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
final class LineFile implements AutoCloseable {

  private final Path path;
  private final OutputStream stream;

  private LineFile(Path path, OutputStream stream) {
    this.path = path;
    this.stream = stream;
  }

  /** Opens a file for appending, repairing its end. */
  static LineFile append(Path path) {
    try {
      if (Files.exists(path)) {
        dropTornLine(path);
      }
      return new LineFile(
          path, Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be opened: " + IoReason.of(e), e);
    }
  }

  /** Returns the complete lines of a file; none if it is missing. */
  static List<Item> read(Path path) {
    List<Item> items = new ArrayList<>();
    if (!Files.exists(path)) {
      return items;
    }
    try {
      String text = Files.readString(path);
      String complete = text.substring(0, text.lastIndexOf('\n') + 1);
      complete.lines().filter(line -> !line.isBlank()).map(Json::parse).forEach(items::add);
      return items;
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read: " + IoReason.of(e), e);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          path + ":" + (items.size() + 1) + ": not a JSON object: " + e.getMessage(), e);
    }
  }

  /** Adds a line, which then survives the end of the process. */
  synchronized void add(Item item) {
    try {
      stream.write((Json.line(item) + "\n").getBytes(StandardCharsets.UTF_8));
      stream.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be written: " + IoReason.of(e), e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be closed: " + IoReason.of(e), e);
    }
  }

  private static void dropTornLine(Path path) throws IOException {
    try (var file = new RandomAccessFile(path.toFile(), "rw")) {
      long end = file.length();
      while (end > 0 && byteAt(file, end - 1) != '\n') {
        end--;
      }
      file.setLength(end);
    }
  }

  private static int byteAt(RandomAccessFile file, long position) throws IOException {
    file.seek(position);
    return file.read();
  }
}
