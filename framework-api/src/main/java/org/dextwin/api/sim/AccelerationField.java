package org.dextwin.api.sim;

/**
 * The right-hand side of the equations of motion: vdot = M(q)^-1 f(q, v).
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Lou et al. 2025 (D-REX), Eq. 2.
 */
public interface AccelerationField {

  /**
   * Returns the layout of states and accelerations.
   *
   * @return the space
   */
  ConfigurationSpace space();

  /**
   * Evaluates the acceleration.
   *
   * @param state where; not modified
   * @param acceleration vdot, shape (nv); overwritten
   */
  void evaluate(MotionState state, double[] acceleration);
}
