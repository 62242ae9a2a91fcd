package org.dextwin.devices.record;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;

/**
 * Reads the log of an episode, also one whose writer was killed: every finished frame is read, and
 * the notes say what was not finished or is damaged.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class EpisodeReader {

  private final Path file;
  private final List<String> notes = new ArrayList<>();
  private long position;

  private EpisodeReader(Path file) {
    this.file = file;
  }

  /**
   * Reads an episode.
   *
   * @param file the log
   * @return the episode
   * @throws InvalidInputException if the file cannot be read, or is no episode log
   */
  public static Episode read(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return new EpisodeReader(file).read(in, Files.size(file));
    } catch (IOException e) {
      throw new InvalidInputException(
          "cannot read the episode log " + file + ": " + IoReason.of(e), e);
    }
  }

  private Episode read(DataInputStream in, long size) throws IOException {
    byte[] magic = in.readNBytes(EpisodeFormat.MAGIC.length);
    if (!Arrays.equals(magic, EpisodeFormat.MAGIC)) {
      throw new InvalidInputException(
          file + " is no episode log of this version: it does not begin with DXEPIS 0 1");
    }
    position = magic.length;
    Episode.Header header = header(in, size);
    EpisodeFormat format = new EpisodeFormat(header.sources());
    List<Frame> frames = new ArrayList<>();
    while (position < size) {
      long start = position;
      Optional<byte[]> body = body(in, size);
      if (body.isEmpty()) {
        note(start, (size - start) + " bytes of a frame that was not finished are left out");
        break;
      }
      if (body.get().length > 0) {
        try {
          frames.add(format.frame(body.get()));
        } catch (IOException | IllegalArgumentException e) { // its bytes are there: they are wrong
          note(start, "a frame is not what its source says and is left out: " + reason(e));
        }
      }
    }
    return new Episode(header, frames, notes);
  }

  private Episode.Header header(DataInputStream in, long size) throws IOException {
    byte[] body = body(in, size).orElse(new byte[0]);
    if (body.length == 0) {
      throw new InvalidInputException(
          file + " ends within its header or has a damaged one: nothing was recorded in it");
    }
    try {
      return EpisodeFormat.header(body);
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidInputException(
          file
              + ": its header makes no sense: "
              + reason(e)
              + "; was it written by a newer DexTwin?",
          e);
    }
  }

  private static String reason(Exception e) {
    return e instanceof EOFException ? "it is too short" : String.valueOf(e.getMessage());
  }

  /** Reads a body: none at the end of what was finished, an empty one if it is damaged. */
  private Optional<byte[]> body(DataInputStream in, long size) throws IOException {
    long start = position;
    if (size - start < EpisodeFormat.PREFIX) {
      return Optional.empty();
    }
    int length = in.readInt();
    int checksum = in.readInt();
    if (length <= 0 || length > EpisodeFormat.LONGEST_BODY) {
      note(start, "a length of " + length + " bytes makes no sense");
      return Optional.empty();
    }
    if (length > size - start - EpisodeFormat.PREFIX) {
      return Optional.empty();
    }
    byte[] body = in.readNBytes(length);
    position = start + EpisodeFormat.PREFIX + length;
    if (EpisodeFormat.checksum(body) != checksum) {
      note(start, "a frame of " + length + " bytes fails its checksum and is left out");
      return Optional.of(new byte[0]);
    }
    return Optional.of(body);
  }

  private void note(long offset, String what) {
    notes.add("byte " + offset + ": " + what);
  }
}
