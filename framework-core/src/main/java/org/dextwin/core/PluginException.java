package org.dextwin.core;

/** Thrown when plugins cannot be had as asked: a folder is missing, or one cannot be unloaded. */
public final class PluginException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PluginException(String message, Throwable cause) {
    super(message, cause);
  }
}
