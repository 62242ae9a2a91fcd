package org.dextwin.mechanics.mesh;

import org.dextwin.api.spi.InvalidInputException;

/** Thrown when a mesh encloses no solid: it is open, inside out, flat or wrongly oriented. */
public final class NotSolidException extends InvalidInputException {

  private static final long serialVersionUID = 1L;

  /**
   * Describes the defect.
   *
   * @param message what was found, what was expected and how to mend it
   */
  NotSolidException(String message) {
    super(message);
  }
}
