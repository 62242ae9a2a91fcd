package org.dextwin.core.internal.assembly;

/** Thrown when a component could not be made or closed; the message names it and its plugin. */
public final class CreationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CreationException(String message, Throwable cause) {
    super(message, cause);
  }

  CreationException(String message) {
    super(message);
  }
}
