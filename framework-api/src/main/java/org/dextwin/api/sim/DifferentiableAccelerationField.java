package org.dextwin.api.sim;

/**
 * An acceleration field with exact first derivatives with respect to the state and to parameters of
 * its own. Tangents and cotangents of q have the layout of v (see {@link ConfigurationSpace}).
 *
 * <p><i>Thread safety</i>: confined.
 */
public interface DifferentiableAccelerationField extends AccelerationField {

  /**
   * Evaluates a directional derivative: da = (da/dq) dq + (da/dv) dv + (da/dtheta) dtheta, with the
   * parameter direction dtheta that the field's owner has set.
   *
   * @param state where; not modified
   * @param dq direction in the configuration, shape (nv)
   * @param dv direction in the velocity, shape (nv)
   * @param da derivative of the acceleration, shape (nv); overwritten
   */
  void jvp(MotionState state, double[] dq, double[] dv, double[] da);

  /**
   * Pulls a cotangent of the acceleration back: adds (da/dq)^T aBar to qBar and (da/dv)^T aBar to
   * vBar; the field adds (da/dtheta)^T aBar to parameter cotangents of its own.
   *
   * @param state where; not modified
   * @param aBar cotangent of the acceleration, shape (nv); not modified
   * @param qBar cotangent of the configuration, shape (nv); added to
   * @param vBar cotangent of the velocity, shape (nv); added to
   */
  void vjp(MotionState state, double[] aBar, double[] qBar, double[] vBar);
}
