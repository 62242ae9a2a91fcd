package org.dextwin.api.sim;

/**
 * Steps of one system with their derivatives. Tangents and cotangents of q have the layout of v.
 *
 * <p><i>Thread safety</i>: confined.
 */
public interface DifferentiableStepper extends Stepper {

  /**
   * Pushes a direction forward through one step (forward sensitivity).
   *
   * @param in state at t; not modified
   * @param dt step [s]
   * @param dq direction in the configuration, shape (nv); overwritten by that at t + dt
   * @param dv direction in the velocity, shape (nv); overwritten by that at t + dt
   */
  void jvp(MotionState in, double dt, double[] dq, double[] dv);

  /**
   * Pulls cotangents back through one step (adjoint); the field gathers those of its parameters.
   *
   * @param in state at t; not modified
   * @param dt step [s]
   * @param qBar cotangent of the configuration at t + dt, shape (nv); overwritten by that at t
   * @param vBar cotangent of the velocity at t + dt, shape (nv); overwritten by that at t
   */
  void vjp(MotionState in, double dt, double[] qBar, double[] vBar);
}
