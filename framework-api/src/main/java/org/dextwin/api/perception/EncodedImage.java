package org.dextwin.api.perception;

import org.dextwin.api.spi.Experimental;

/**
 * An image as a camera encoded it; its pixels are not looked into.
 *
 * <p><i>Thread safety</i>: immutable.
 */
@Experimental
public final class EncodedImage {

  private final byte[] bytes;

  /**
   * Copies the bytes.
   *
   * @param bytes a whole JPEG or PNG file
   */
  public EncodedImage(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /**
   * Returns the bytes.
   *
   * @return a copy
   */
  public byte[] bytes() {
    return bytes.clone();
  }
}
