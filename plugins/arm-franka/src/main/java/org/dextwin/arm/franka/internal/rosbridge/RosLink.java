package org.dextwin.arm.franka.internal.rosbridge;

import java.io.IOException;

/**
 * A way for texts to a rosbridge and back.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public interface RosLink extends AutoCloseable {

  /** Hears what comes back, on a thread of the link. */
  interface Listener {

    /** Takes a text. */
    void onText(String text);

    /** Learns that the connection broke. */
    void onBroken(String reason);
  }

  /**
   * Opens the connection.
   *
   * @throws org.dextwin.api.spi.ComponentUnavailableException if nobody answers
   */
  void open(Listener listener);

  /** Says whether the connection is open. */
  boolean isOpen();

  /**
   * Sends a text.
   *
   * @throws IOException if the connection broke
   */
  void send(String text) throws IOException;

  /** Names the other end, for messages. */
  String name();

  /** Closes the connection; further calls do nothing. */
  @Override
  void close();
}
