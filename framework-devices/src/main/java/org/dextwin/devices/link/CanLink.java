package org.dextwin.devices.link;

import java.io.IOException;
import java.util.Optional;

/**
 * A CAN bus: an interface of this machine, or a twin in this process.
 *
 * <p><i>Thread safety</i>: confined; the owner serialises.
 */
public interface CanLink extends AutoCloseable {

  /**
   * Opens the bus.
   *
   * @throws org.dextwin.api.spi.ComponentUnavailableException if there is no such interface, or it
   *     is down
   */
  void open();

  /**
   * Says whether the bus is open.
   *
   * @return true between {@link #open} and {@link #close}
   */
  boolean isOpen();

  /**
   * Sends a frame.
   *
   * @param frame the frame
   * @throws IOException if the connection broke
   */
  void send(CanFrame frame) throws IOException;

  /**
   * Takes the next frame that arrived; waits if there is none.
   *
   * @param timeoutNanos how long to wait [ns]; 0 for not at all
   * @return the frame; empty if none came in time
   * @throws IOException if the connection broke
   */
  Optional<CanFrame> receive(long timeoutNanos) throws IOException;

  /**
   * Names the bus, for messages.
   *
   * @return such as {@code can0}
   */
  String name();

  /** Closes the bus; further calls do nothing. */
  @Override
  void close();
}
