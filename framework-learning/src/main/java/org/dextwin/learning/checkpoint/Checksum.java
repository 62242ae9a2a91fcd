package org.dextwin.learning.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A checksum over what a training learns from, by which its file is known again. It tells data that
 * changed by mistake, not by malice.
 *
 * <p><i>Thread safety</i>: confined to one thread.
 */
public final class Checksum {

  private final CRC32 checksum = new CRC32();

  /** Makes a checksum over nothing. */
  public Checksum() {}

  /**
   * Adds a text.
   *
   * @param text the text
   * @return this checksum
   */
  public Checksum add(String text) {
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /**
   * Adds numbers, bit for bit.
   *
   * @param values the numbers
   * @return this checksum
   */
  public Checksum add(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
    bytes.asFloatBuffer().put(values);
    checksum.update(bytes);
    return this;
  }

  /**
   * Returns the checksum in words.
   *
   * @return such as {@code checksum 1c291ca3}
   */
  @Override
  public String toString() {
    return "checksum " + Long.toHexString(checksum.getValue());
  }
}
