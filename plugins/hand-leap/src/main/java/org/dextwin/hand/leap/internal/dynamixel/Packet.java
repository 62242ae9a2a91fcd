package org.dextwin.hand.leap.internal.dynamixel;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A packet of protocol 2.0: {@code FF FF FD 00}, id, length (low byte first), instruction,
 * parameters, checksum. An {@code FD} is stuffed after every {@code FF FF FD} between length and
 * checksum, so that the header occurs nowhere else.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class Packet {

  /** Id that means every servo. */
  public static final int BROADCAST = 0xFE;

  /** Asks for an answer. */
  public static final int PING = 0x01;

  /** Asks for registers. */
  public static final int READ = 0x02;

  /** Sets registers. */
  public static final int WRITE = 0x03;

  /** Starts a servo anew. */
  public static final int REBOOT = 0x08;

  /** An answer. */
  public static final int STATUS = 0x55;

  /** Asks several servos for the same registers. */
  public static final int SYNC_READ = 0x82;

  /** Sets the same registers of several servos. */
  public static final int SYNC_WRITE = 0x83;

  static final int HEADER = 7; // up to and with the length
  static final int CHECKSUM = 2;
  static final byte FF = (byte) 0xFF;
  static final byte FD = (byte) 0xFD;

  private final int id;
  private final int instruction;
  private final byte[] parameters;

  /**
   * Makes a packet.
   *
   * @param id who is meant, or who answers
   * @param instruction what to do
   * @param parameters parameters, not stuffed; of an answer, its error comes first; copied
   */
  public Packet(int id, int instruction, byte[] parameters) {
    this.id = id;
    this.instruction = instruction;
    this.parameters = parameters.clone();
  }

  /** Returns who is meant, or who answers. */
  public int id() {
    return id;
  }

  /** Returns what to do. */
  public int instruction() {
    return instruction;
  }

  /** Returns a copy of the parameters. */
  public byte[] parameters() {
    return parameters.clone();
  }

  /** Makes an answer. */
  public static Packet status(int id, int error, byte[] data) {
    byte[] parameters = new byte[data.length + 1];
    parameters[0] = (byte) error;
    System.arraycopy(data, 0, parameters, 1, data.length);
    return new Packet(id, STATUS, parameters);
  }

  /** Returns the error byte of an answer. */
  public int error() {
    return parameters[0] & 0xFF;
  }

  /** Returns the data of an answer. */
  public byte[] data() {
    return Arrays.copyOfRange(parameters, 1, parameters.length);
  }

  /** Returns the bytes on the wire. */
  public byte[] encoded() {
    byte[] body = new byte[parameters.length + 1];
    body[0] = (byte) instruction;
    System.arraycopy(parameters, 0, body, 1, parameters.length);
    byte[] stuffed = stuffed(body);
    int length = stuffed.length + CHECKSUM;
    byte[] bytes = new byte[HEADER + length];
    byte[] head = {FF, FF, FD, 0, (byte) id, (byte) length, (byte) (length >> 8)};
    System.arraycopy(head, 0, bytes, 0, HEADER);
    System.arraycopy(stuffed, 0, bytes, HEADER, stuffed.length);
    int crc = Crc16.of(bytes, bytes.length - CHECKSUM);
    bytes[bytes.length - 2] = (byte) crc;
    bytes[bytes.length - 1] = (byte) (crc >> 8);
    return bytes;
  }

  private static byte[] stuffed(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < body.length; i++) {
      out.write(body[i]);
      if (endsHeader(body, i)) {
        out.write(FD);
      }
    }
    return out.toByteArray();
  }

  /** Says whether FF FF FD ends at an index. */
  static boolean endsHeader(byte[] body, int i) {
    return i >= 2 && body[i] == FD && body[i - 1] == FF && body[i - 2] == FF;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Packet packet
        && id == packet.id
        && instruction == packet.instruction
        && Arrays.equals(parameters, packet.parameters);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * id + instruction) + Arrays.hashCode(parameters);
  }

  @Override
  public String toString() {
    return String.format(
        "Packet[id %d, instruction %02X, %s]", id, instruction, Arrays.toString(parameters));
  }
}
