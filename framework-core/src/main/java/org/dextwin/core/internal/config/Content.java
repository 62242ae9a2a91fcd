package org.dextwin.core.internal.config;

import java.util.Set;

/**
 * A configuration after everything was read.
 *
 * @param root root block; its {@code parameters} are those of all files together
 * @param substituted top-level keys that some {@code ${...}} inserts
 */
public record Content(Node.Block root, Set<String> substituted) {

  /** Copies the set. */
  public Content {
    substituted = Set.copyOf(substituted);
  }
}
