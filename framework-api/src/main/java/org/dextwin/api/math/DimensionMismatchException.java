package org.dextwin.api.math;

/** Thrown when an array or vector has another length than its receiver needs. */
public final class DimensionMismatchException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * Describes the mismatch.
   *
   * @param what what was passed
   * @param expected the length that is needed
   * @param found the length that was passed
   */
  public DimensionMismatchException(String what, int expected, int found) {
    super(what + " has " + found + " entries; expected " + expected);
  }
}
