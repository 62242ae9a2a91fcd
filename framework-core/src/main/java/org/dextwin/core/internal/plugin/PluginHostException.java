package org.dextwin.core.internal.plugin;

/**
 * Thrown when the set of plugins as a whole cannot be used; a single broken plugin is no reason.
 */
public final class PluginHostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PluginHostException(String message) {
    super(message);
  }
}
