package org.dextwin.api.math;

/** Thrown when quantities of different frames are combined. */
public final class FrameMismatchException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * Describes the mismatch.
   *
   * @param operation what was attempted
   * @param expected the frame that was needed
   * @param found the frame that was passed
   */
  public FrameMismatchException(String operation, String expected, String found) {
    super("cannot " + operation + ": expected frame '" + expected + "', found '" + found + "'");
  }
}
