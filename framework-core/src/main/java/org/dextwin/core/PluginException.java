package org.dextwin.core;

/**
 * Thrown when the set of plugins cannot be used: a folder is missing, or two plugins offer the
 * same.
 */
public final class PluginException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PluginException(String message, Throwable cause) {
    super(message, cause);
  }
}
