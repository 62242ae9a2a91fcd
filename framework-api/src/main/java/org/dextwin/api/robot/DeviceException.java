package org.dextwin.api.robot;

import org.dextwin.api.spi.Experimental;

/**
 * Thrown when a connected device cannot go on, or is kept from going on. The message says what was
 * seen on which joint or port; the remedy says what to do about it.
 */
@Experimental
public final class DeviceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Kind of fault. */
  private final Fault fault;

  /** What the user can do about it. */
  private final String remedy;

  /** Kinds of faults. */
  public enum Fault {
    /** There is no open connection. */
    NOT_CONNECTED,
    /** The device was stopped, and is so until it is connected anew. */
    STOPPED,
    /** The connection broke: a cable was pulled, a service ended. */
    DISCONNECTED,
    /** The device does not answer, or answers are garbled. */
    NO_ANSWER,
    /** The device reports an error of its own, such as an overload. */
    HARDWARE,
    /** The command holds an infinite number, or one that makes no sense. */
    INVALID_COMMAND,
    /** No command arrived in time. */
    STALE_COMMAND,
    /** The dead man's switch was let go. */
    RELEASED,
    /** The measured state is outside the envelope: position, speed, torque or temperature. */
    OUTSIDE_ENVELOPE
  }

  /**
   * Describes a fault.
   *
   * @param fault its kind
   * @param message what was seen, and where
   * @param remedy what to do about it
   */
  public DeviceException(Fault fault, String message, String remedy) {
    super(message);
    this.fault = fault;
    this.remedy = remedy;
  }

  /**
   * Returns the kind of the fault.
   *
   * @return the kind
   */
  public Fault fault() {
    return fault;
  }

  /**
   * Returns what the user can do about it.
   *
   * @return a step or a command
   */
  public String remedy() {
    return remedy;
  }
}
