package org.dextwin.api.spi;

/**
 * Thrown when a component cannot work on this machine: a native library, a device or a service is
 * missing. The message says what is missing; the remedy says how to get it.
 */
public final class ComponentUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What the user can do about it. */
  private final String remedy;

  /**
   * Describes what is missing.
   *
   * @param message what was looked for and where
   * @param remedy the command or step that provides it
   */
  public ComponentUnavailableException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  /**
   * Returns what the user can do about it.
   *
   * @return the command or step that provides what is missing
   */
  public String remedy() {
    return remedy;
  }
}
