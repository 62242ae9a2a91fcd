package org.dextwin.api.sim;

/**
 * Thrown when a scene cannot be simulated or a state became invalid; the message names body, time
 * and likely cause.
 */
public final class SimulationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Describes the failure.
   *
   * @param message body, time and likely cause
   */
  public SimulationException(String message) {
    super(message);
  }
}
