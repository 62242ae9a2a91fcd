package org.dextwin.api.sim;

import org.dextwin.api.math.DimensionMismatchException;

/**
 * Derivatives of a scalar loss with respect to the states of a trajectory. Those of q have the
 * layout of v: with respect to (rotation vector, translation) applied on the left.
 *
 * <p><i>Thread safety</i>: confined; filled by the caller.
 */
public final class StateCotangents {

  private final int nv;
  private final double[] q;
  private final double[] v;

  /**
   * Makes cotangents of zero.
   *
   * @param trajectory the trajectory they belong to
   */
  public StateCotangents(Trajectory trajectory) {
    this.nv = trajectory.layout().space().nv();
    this.q = new double[trajectory.samples() * nv];
    this.v = new double[trajectory.samples() * nv];
  }

  /**
   * Adds to the derivative with respect to one configuration.
   *
   * @param sample index of the state
   * @param index index in the tangent
   * @param value what to add
   */
  public void addPosition(int sample, int index, double value) {
    q[sample * nv + index] += value;
  }

  /**
   * Adds to the derivative with respect to one velocity.
   *
   * @param sample index of the state
   * @param index index in v
   * @param value what to add
   */
  public void addVelocity(int sample, int index, double value) {
    v[sample * nv + index] += value;
  }

  /**
   * Adds the cotangents of one state to running ones.
   *
   * @param sample index of the state
   * @param qBar shape (nv); added to
   * @param vBar shape (nv); added to
   */
  public void accumulate(int sample, double[] qBar, double[] vBar) {
    if (qBar.length != nv || vBar.length != nv) {
      throw new DimensionMismatchException("cotangent", nv, qBar.length);
    }
    for (int i = 0; i < nv; i++) {
      qBar[i] += q[sample * nv + i];
      vBar[i] += v[sample * nv + i];
    }
  }
}
