package org.dextwin.api.spi;

/**
 * Thrown when a file a component reads is malformed, hostile, or does not fit the configuration.
 * Shown to users as it is, without a stack trace: the message names the file, the place in it, what
 * was found, what was expected and the remedy.
 */
public class InvalidInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Describes the problem.
   *
   * @param message file, place, found, expected, remedy
   */
  public InvalidInputException(String message) {
    super(message);
  }

  /**
   * Describes the problem and keeps its cause.
   *
   * @param message file, place, found, expected, remedy
   * @param cause what was thrown
   */
  public InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
