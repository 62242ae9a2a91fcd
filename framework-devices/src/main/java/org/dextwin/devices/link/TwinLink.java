package org.dextwin.devices.link;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.devices.time.Clock;

/**
 * A byte stream into a twin in this process: what is written reaches the twin at once, and what it
 * answers arrives after as long as the wire would take.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class TwinLink implements ByteLink {

  /** Eight bits, a start and a stop bit. */
  private static final int BITS_PER_BYTE = 10;

  private static final long SECOND = 1_000_000_000L;

  private final Peer peer;
  private final Clock clock;
  private final int baud;
  private final Deque<Answer> answers = new ArrayDeque<>();
  private boolean open;
  private boolean unplugged;

  /** What is at the other end. */
  public interface Peer {

    /**
     * Takes bytes and answers them.
     *
     * @param bytes what was written, in any portions
     * @return the answer; empty if there is none
     */
    byte[] exchange(byte[] bytes);
  }

  private static final class Answer {

    private final long arrival;
    private final byte[] bytes;

    Answer(long arrival, byte[] bytes) {
      this.arrival = arrival;
      this.bytes = bytes;
    }
  }

  /**
   * Makes a link.
   *
   * @param peer the twin
   * @param clock the clock it goes by
   * @param baud bits per second
   */
  public TwinLink(Peer peer, Clock clock, int baud) {
    this.peer = peer;
    this.clock = clock;
    this.baud = baud;
  }

  /**
   * Pulls the cable, or plugs it in again.
   *
   * @param pulled true for no cable
   */
  public synchronized void unplug(boolean pulled) {
    unplugged = pulled;
  }

  @Override
  public synchronized void open() {
    if (unplugged) {
      throw new ComponentUnavailableException("the twin is unplugged", "plug it in");
    }
    answers.clear();
    open = true;
  }

  @Override
  public synchronized boolean isOpen() {
    return open;
  }

  @Override
  public synchronized int read(byte[] buffer, long timeoutNanos) throws IOException {
    requirePlugged();
    long deadline = clock.nanos() + timeoutNanos;
    Answer first = answers.peek();
    if (first == null || first.arrival > deadline) {
      clock.sleepUntil(deadline);
      return 0;
    }
    clock.sleepUntil(first.arrival);
    answers.remove();
    int count = Math.min(buffer.length, first.bytes.length);
    System.arraycopy(first.bytes, 0, buffer, 0, count);
    if (count < first.bytes.length) {
      answers.addFirst(
          new Answer(first.arrival, Arrays.copyOfRange(first.bytes, count, first.bytes.length)));
    }
    return count;
  }

  @Override
  public synchronized void write(byte[] bytes) throws IOException {
    requirePlugged();
    byte[] answer = peer.exchange(bytes.clone());
    if (answer.length > 0) {
      answers.add(new Answer(clock.nanos() + onWire(bytes.length + answer.length), answer));
    }
  }

  private long onWire(int count) {
    return SECOND * BITS_PER_BYTE * count / baud;
  }

  @Override
  public synchronized void discardInput() throws IOException {
    requirePlugged();
    answers.clear();
  }

  private void requirePlugged() throws IOException {
    if (!open) {
      throw new IOException("the link to the twin is closed");
    }
    if (unplugged) {
      throw new IOException("the twin was unplugged");
    }
  }

  @Override
  public String name() {
    return "twin";
  }

  @Override
  public synchronized void close() {
    open = false;
  }
}
