package org.dextwin.core;

import org.jspecify.annotations.Nullable;

/** Thrown when a component cannot be made or closed; the message names it and its plugin. */
public final class AssemblyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AssemblyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
