package org.dextwin.hand.leap.internal.dynamixel;

/** Thrown when a servo refuses an instruction. */
public final class ServoException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Names the servo and what it says. */
  ServoException(int id, int error) {
    super("servo " + id + " " + StatusError.ofInstruction(error));
  }
}
