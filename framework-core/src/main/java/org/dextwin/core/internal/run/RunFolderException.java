package org.dextwin.core.internal.run;

/** Thrown when a folder cannot be used for a run as asked; the message says what to do instead. */
public final class RunFolderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Describes the problem.
   *
   * @param message folder, what was found, remedy
   */
  public RunFolderException(String message) {
    super(message);
  }
}
