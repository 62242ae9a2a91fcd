package org.dextwin.api.sim;

/**
 * Advances one system by fixed steps without allocating.
 *
 * <p><i>Thread safety</i>: confined.
 */
public interface Stepper {

  /**
   * Advances by one step.
   *
   * @param in state at t; not modified
   * @param dt step [s]
   * @param out state at t + dt; overwritten; must not alias in
   */
  void advance(MotionState in, double dt, MotionState out);
}
