package org.dextwin.core.internal.plugin;

import org.jspecify.annotations.Nullable;

/**
 * Why a plugin cannot be used.
 *
 * @param message what is wrong and how to mend it
 * @param cause what was thrown, if anything
 */
public record LoadFailure(String message, @Nullable Throwable cause) {

  static LoadFailure of(String message) {
    return new LoadFailure(message, null);
  }
}
