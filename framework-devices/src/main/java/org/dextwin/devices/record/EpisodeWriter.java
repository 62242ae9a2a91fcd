package org.dextwin.devices.record;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dextwin.api.spi.IoReason;

/**
 * Appends frames to the log of an episode. Once {@link #append} has returned, the frame belongs to
 * the operating system: it outlives the process, however that ends. (Not the machine: nothing waits
 * for the disk.) Each frame goes out as one write, and its checksum tells a reader whether all of
 * it arrived.
 *
 * <p><i>Thread safety</i>: thread-safe; sources append from threads of their own.
 */
public final class EpisodeWriter implements AutoCloseable {

  /** Ending of the names of episode logs. */
  public static final String EXTENSION = ".dxlog";

  private final Path file;
  private final OutputStream out;
  private final EpisodeFormat format;

  /**
   * Begins an episode.
   *
   * @param file the log; it must not exist yet
   * @param header what will be recorded
   * @throws UncheckedIOException if it exists or cannot be written
   */
  public EpisodeWriter(Path file, Episode.Header header) {
    this.file = file;
    this.format = new EpisodeFormat(header.sources());
    try {
      if (Files.exists(file)) {
        throw new UncheckedIOException(
            file + " holds an episode already; name another file",
            new FileAlreadyExistsException(file.toString()));
      }
      // A stream, not a channel: a channel closes when its thread is interrupted.
      this.out = new FileOutputStream(file.toFile());
      out.write(EpisodeFormat.MAGIC);
      out.write(EpisodeFormat.record(EpisodeFormat.headerBody(header)));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /**
   * Appends a frame.
   *
   * @param frame the frame
   * @throws IllegalArgumentException if its reading is not of its source's kind
   * @throws org.dextwin.api.model.JointOrderException if its joints are not in its source's order
   * @throws UncheckedIOException if the disk is full or gone
   */
  public void append(Frame frame) {
    try {
      byte[] record = EpisodeFormat.record(format.frameBody(frame));
      synchronized (this) {
        out.write(record);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private UncheckedIOException failure(IOException e) {
    return new UncheckedIOException(file + " cannot be written: " + IoReason.of(e), e);
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw failure(e);
    }
  }
}
