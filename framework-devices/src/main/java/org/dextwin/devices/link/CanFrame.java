package org.dextwin.devices.link;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A CAN frame with an 11-bit identifier.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class CanFrame {

  private static final int LARGEST_ID = 0x7FF;
  private static final int LONGEST = 8;

  private final int id;
  private final byte[] data;
  private final boolean request;

  private CanFrame(int id, byte[] data, boolean request) {
    if (id < 0 || id > LARGEST_ID || data.length > LONGEST) {
      throw new IllegalArgumentException(
          "no CAN frame has the id " + id + " and " + data.length + " bytes");
    }
    this.id = id;
    this.data = data.clone();
    this.request = request;
  }

  /**
   * Makes a frame that carries a copy of data.
   *
   * @param id identifier, 0 to 0x7FF
   * @param data up to eight bytes
   */
  public CanFrame(int id, byte... data) {
    this(id, data, false);
  }

  /**
   * Makes a request for a frame.
   *
   * @param id its identifier
   * @return the request
   */
  public static CanFrame requestFor(int id) {
    return new CanFrame(id, new byte[0], true);
  }

  /**
   * Returns the identifier.
   *
   * @return 0 to 0x7FF
   */
  public int id() {
    return id;
  }

  /**
   * Says whether this is a remote transmission request, which asks for the frame of its id.
   *
   * @return true for a request
   */
  public boolean request() {
    return request;
  }

  /**
   * Returns the data.
   *
   * @return a copy
   */
  public byte[] data() {
    return data.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CanFrame frame
        && id == frame.id
        && request == frame.request
        && Arrays.equals(data, frame.data);
  }

  @Override
  public int hashCode() {
    return 31 * id + Arrays.hashCode(data);
  }

  /** Returns the frame as candump shows it, such as {@code 180 [8] 0A 00 00 00 00 00 00 00}. */
  @Override
  public String toString() {
    return String.format("%03X [%d] ", id, data.length)
        + (request ? "remote request" : HexFormat.ofDelimiter(" ").withUpperCase().formatHex(data));
  }
}
