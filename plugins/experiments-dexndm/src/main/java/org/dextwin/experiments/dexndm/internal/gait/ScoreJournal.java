package org.dextwin.experiments.dexndm.internal.gait;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.dextwin.api.spi.InvalidInputException;

/**
 * Scores that a search has already measured, in a file to which each is added at once. A search
 * whose candidates follow from its seed and the scores before comes back to where it was killed,
 * bit for bit, by asking for all its scores again: those of the file cost nothing.
 *
 * <p>A line holds a candidate's key and its score; a last line without an end was being written
 * when the search was killed and is dropped.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
final class ScoreJournal implements AutoCloseable {

  private final Path file;
  private final Map<String, Double> known = new HashMap<>();
  private final BufferedWriter writer;

  /**
   * Opens a journal.
   *
   * @param file its file; made if there is none
   * @throws InvalidInputException if a whole line holds no score
   */
  ScoreJournal(Path file) {
    this.file = file;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      String text = Files.exists(file) ? Files.readString(file) : "";
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      whole.lines().forEach(this::read);
      this.writer =
          Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      if (whole.length() < text.length()) {
        truncate(whole.length());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }

  private void truncate(int size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }

  private void read(String line) {
    String[] words = line.split(" ", -1);
    try {
      known.put(words[0], Double.valueOf(words[words.length - 1]));
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          file + ": the line '" + line + "' holds no score; remove the file to search anew", e);
    }
  }

  /**
   * Returns a score that was measured before.
   *
   * @param x the candidate
   * @param trials episodes it was measured by
   * @param seed seed of the episodes
   * @return the score; empty if it is to be measured
   */
  OptionalDouble score(double[] x, int trials, long seed) {
    synchronized (known) {
      Double before = known.get(key(x, trials, seed));
      return before == null ? OptionalDouble.empty() : OptionalDouble.of(before);
    }
  }

  /** Adds a score. */
  void add(double[] x, int trials, long seed, double score) {
    String key = key(x, trials, seed);
    synchronized (known) {
      known.put(key, score);
      try {
        writer.write(key + " " + score + "\n");
        writer.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(file + ": cannot be written", e);
      }
    }
  }

  private static String key(double[] x, int trials, long seed) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * x.length);
    bytes.asDoubleBuffer().put(x);
    Checksum checksum = new CRC32C();
    checksum.update(bytes);
    return Long.toHexString(seed) + "-" + trials + "-" + Long.toHexString(checksum.getValue());
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }
}
