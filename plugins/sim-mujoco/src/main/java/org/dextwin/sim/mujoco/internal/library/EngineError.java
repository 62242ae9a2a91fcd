package org.dextwin.sim.mujoco.internal.library;

/**
 * An error that MuJoCo holds to be fatal. The thread in which it arose is lost, with all data that
 * the call was working on, which must not be touched any more.
 */
public final class EngineError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EngineError(String message) {
    super(message);
  }

  /**
   * Returns what MuJoCo said.
   *
   * @return the message
   */
  public String text() {
    return String.valueOf(getMessage());
  }
}
