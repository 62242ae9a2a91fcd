package org.dextwin.devices.twin;

import java.util.random.RandomGenerator;

/**
 * A bad line: loses messages, and turns bits in others.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class LineNoise {

  private final RandomGenerator random;
  private double dropped;
  private double corrupted;

  /**
   * Starts with a perfect line.
   *
   * @param random decides which messages suffer
   */
  public LineNoise(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Sets how bad the line is.
   *
   * @param newDropped share of the messages that are lost, 0 to 1
   * @param newCorrupted share of the others in which one bit is turned, 0 to 1
   */
  public void set(double newDropped, double newCorrupted) {
    this.dropped = newDropped;
    this.corrupted = newCorrupted;
  }

  /**
   * Sends a message over the line.
   *
   * @param message the message; not modified
   * @return what arrives; empty if it was lost
   */
  public byte[] over(byte[] message) {
    if (message.length == 0 || random.nextDouble() < dropped) {
      return new byte[0];
    }
    byte[] arrived = message.clone();
    if (random.nextDouble() < corrupted) {
      int bit = random.nextInt(8 * arrived.length);
      arrived[bit / 8] ^= (byte) (1 << (bit % 8));
    }
    return arrived;
  }
}
