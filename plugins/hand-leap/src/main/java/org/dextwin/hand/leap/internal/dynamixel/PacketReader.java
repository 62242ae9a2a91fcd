package org.dextwin.hand.leap.internal.dynamixel;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the packets in a stream of bytes. Garbage before a header is passed over; after a packet
 * with a wrong checksum the search goes on right behind its header, so that a good packet that
 * follows is not lost.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class PacketReader {

  /** Longest packet that is waited for: a sync write of 21 bytes to 100 servos. */
  private static final int LONGEST = 4096;

  private byte[] waiting = new byte[0];
  private int garbled;

  /** Starts with no bytes. */
  public PacketReader() {}

  /** Takes bytes and returns the packets that they complete. */
  public List<Packet> read(byte[] bytes, int count) {
    byte[] all = Arrays.copyOf(waiting, waiting.length + count);
    System.arraycopy(bytes, 0, all, waiting.length, count);
    List<Packet> packets = new ArrayList<>();
    int at = nextHeader(all, 0);
    while (all.length - at >= Packet.HEADER) {
      int length = (all[at + 5] & 0xFF) | (all[at + 6] & 0xFF) << 8;
      int end = at + Packet.HEADER + length;
      if (length <= Packet.CHECKSUM || length > LONGEST) {
        garbled++;
        at = nextHeader(all, at + 1);
      } else if (end > all.length) {
        break;
      } else if (isSound(Arrays.copyOfRange(all, at, end))) {
        packets.add(packet(all, at, end));
        at = nextHeader(all, end);
      } else {
        garbled++;
        at = nextHeader(all, at + 1);
      }
    }
    waiting = Arrays.copyOfRange(all, at, all.length);
    return packets;
  }

  /** Returns how many packets had a wrong checksum or length. */
  public int garbled() {
    return garbled;
  }

  /** Forgets bytes that do not make a packet yet. */
  public void reset() {
    waiting = new byte[0];
  }

  private static boolean isSound(byte[] packet) {
    int body = packet.length - Packet.CHECKSUM;
    int crc = (packet[body] & 0xFF) | (packet[body + 1] & 0xFF) << 8;
    return crc == Crc16.of(packet, body);
  }

  private static Packet packet(byte[] all, int at, int end) {
    byte[] body = Arrays.copyOfRange(all, at + Packet.HEADER, end - Packet.CHECKSUM);
    ByteArrayOutputStream parameters = new ByteArrayOutputStream();
    for (int i = 1; i < body.length; i++) {
      boolean stuffing = body[i] == Packet.FD && Packet.endsHeader(body, i - 1);
      if (!stuffing) {
        parameters.write(body[i]);
      }
    }
    return new Packet(all[at + 4] & 0xFF, body[0] & 0xFF, parameters.toByteArray());
  }

  /** Returns where a header, or the start of one at the end of the bytes, begins. */
  private static int nextHeader(byte[] all, int from) {
    byte[] header = {Packet.FF, Packet.FF, Packet.FD, 0};
    for (int at = from; at < all.length; at++) {
      int same = 0;
      while (same < header.length && at + same < all.length && all[at + same] == header[same]) {
        same++;
      }
      if (same == header.length || at + same == all.length) {
        return at;
      }
    }
    return all.length;
  }
}
