package org.dextwin.core.internal.config;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a configuration.
 *
 * @param origin where; null if nowhere in particular
 * @param key path of the key; empty if none
 * @param message what is wrong and how to mend it; further lines are indented
 * @param cause what was thrown, if anything
 */
public record Fault(
    @Nullable Origin origin, String key, String message, @Nullable Throwable cause) {

  /** Returns where the fault is, for messages; empty if nowhere in particular. */
  public String location() {
    return origin == null ? "" : origin.toString();
  }
}
