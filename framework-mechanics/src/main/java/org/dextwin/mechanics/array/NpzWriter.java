package org.dextwin.mechanics.array;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes NumPy archives of float32 arrays; the same arrays give the same bytes.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class NpzWriter {

  /** Earliest time that a zip archive can hold. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** NumPy aligns numbers to as many bytes. */
  private static final int ALIGNMENT = 64;

  private NpzWriter() {}

  /**
   * Writes an archive, in alphabetical order.
   *
   * @param file the file; overwritten
   * @param arrays arrays by name
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(Path file, Map<String, NumberArray> arrays) {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, NumberArray> array : new TreeMap<>(arrays).entrySet()) {
        byte[] bytes = bytes(array.getValue());
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        ZipEntry entry = new ZipEntry(array.getKey() + ".npy");
        entry.setTimeLocal(TIME);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(NumberArray array) {
    String shape = array.shape();
    String tuple = array.axes() == 1 ? shape.replace(")", ",)") : shape;
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + tuple + ", }";
    int unpadded = 10 + header.length() + 1;
    int padding = (ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT;
    byte[] text = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + text.length + 4 * array.size()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    bytes.putShort((short) text.length);
    bytes.put(text);
    for (int i = 0; i < array.size(); i++) {
      bytes.putFloat((float) array.get(i));
    }
    return bytes.array();
  }
}
