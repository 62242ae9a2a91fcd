package org.dextwin.sim.mujoco.internal.engine;

/** MuJoCo does not take a model; the message is MuJoCo's own. */
public final class ModelRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  ModelRefusedException(String message) {
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
