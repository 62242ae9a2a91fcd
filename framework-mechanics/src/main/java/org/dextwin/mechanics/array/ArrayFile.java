package org.dextwin.mechanics.array;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;

/**
 * Named arrays of numbers in one file: a NumPy archive ({@code .npz}) or JSON, told apart by their
 * content.
 *
 * <p>Files are not trusted: their size and the size that every array declares are checked before
 * anything is allocated, nothing is unpacked beyond what is declared, and nothing in them is ever
 * executed: pickled Python objects are refused. Whatever is wrong with a file, an {@link
 * InvalidInputException} names the file, the entry, what was found and the remedy.
 *
 * <p><i>Thread safety</i>: confined.
 */
public interface ArrayFile extends AutoCloseable {

  /** Size of the largest file that is read, 256 MiB. */
  long MAX_BYTES = 256L << 20;

  /** Most numbers of one array that is read, 2^24: ten minutes of 30 Hz have 1.1 million. */
  int MAX_VALUES = 1 << 24;

  /**
   * Opens a file.
   *
   * @param file an npz archive or a JSON file
   * @return its arrays; the caller closes it
   * @throws InvalidInputException if it is neither, too large, or cannot be read
   */
  static ArrayFile open(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new InvalidInputException(
            file
                + ": "
                + (Files.exists(file) ? "not a regular file" : "no such file")
                + "; expected an .npz archive or a JSON file");
      }
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new InvalidInputException(
            file
                + ": "
                + size
                + " bytes; at most "
                + MAX_BYTES
                + " are read; leave out entries that are not needed, such as mesh vertices");
      }
      return isZip(file) ? NpzFile.open(file) : JsonArrays.read(file);
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read: " + IoReason.of(e), e);
    }
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(6);
      if (start.length > 0 && start[0] == (byte) 0x93) {
        throw new InvalidInputException(
            file
                + ": a single array (.npy); expected an archive of named ones: write it with"
                + " numpy.savez(file, pred_keypoints_3d=...)");
      }
      return start.length > 1 && start[0] == 'P' && start[1] == 'K';
    }
  }

  /**
   * Returns the names of all arrays.
   *
   * @return the names, in alphabetical order
   */
  Set<String> names();

  /**
   * Reads an array.
   *
   * @param name its name
   * @return the array; empty if the file has none of this name
   * @throws InvalidInputException if it is malformed, too large or no array of numbers
   */
  Optional<NumberArray> find(String name);

  @Override
  void close();
}
