package org.dextwin.devices.link;

import java.io.IOException;

/**
 * A stream of bytes to a device and back: a serial port, or a twin in this process.
 *
 * <p><i>Thread safety</i>: confined; the owner serialises.
 */
public interface ByteLink extends AutoCloseable {

  /**
   * Opens the stream.
   *
   * @throws org.dextwin.api.spi.ComponentUnavailableException if there is no such port, or it may
   *     not be used
   */
  void open();

  /**
   * Says whether the stream is open.
   *
   * @return true between {@link #open} and {@link #close}
   */
  boolean isOpen();

  /**
   * Reads what has arrived; waits if nothing has.
   *
   * @param buffer overwritten from the start
   * @param timeoutNanos how long to wait for the first byte [ns]
   * @return number of bytes; 0 if none came in time
   * @throws IOException if the connection broke
   */
  int read(byte[] buffer, long timeoutNanos) throws IOException;

  /**
   * Writes bytes.
   *
   * @param bytes the bytes
   * @throws IOException if the connection broke
   */
  void write(byte[] bytes) throws IOException;

  /**
   * Throws away what has arrived and was not read.
   *
   * @throws IOException if the connection broke
   */
  void discardInput() throws IOException;

  /**
   * Returns how long the port itself may hold an answer back.
   *
   * @return time [ns], to be added to timeouts
   */
  default long latencyNanos() {
    return 0;
  }

  /**
   * Names the port, for messages.
   *
   * @return such as {@code /dev/ttyUSB0 at 4000000 baud}
   */
  String name();

  /** Closes the stream; further calls do nothing. */
  @Override
  void close();
}
