package org.dextwin.sim.semiimplicit.integration;

import static org.dextwin.mechanics.dynamics.Vectors.addCross;
import static org.dextwin.mechanics.dynamics.Vectors.addScaled;
import static org.dextwin.mechanics.dynamics.Vectors.cross;

import org.dextwin.api.sim.ConfigurationSpace;

/**
 * The speed of a tangent u, where q = exp(u) q0 moves with velocity v: du = dexpinv_u(v). Only
 * rotations differ from du = v; there the series of dexpinv is cut after the second bracket, which
 * is exact enough for order 4 because u is of the order of the step.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Munthe-Kaas 1998; Hairer, Lubich and Wanner
 * 2006, "Geometric Numerical Integration", IV.8.2.
 */
final class RotationSpeed {

  private static final int STRIDE = ConfigurationSpace.BODY_NV;

  private final int bodies;
  private final double[] inner = new double[3];
  private final double[] outer = new double[3];

  RotationSpeed(ConfigurationSpace space) {
    this.bodies = space.bodies();
  }

  /** speed = v - [u, v]/2 + [u, [u, v]]/12. */
  void evaluate(double[] u, double[] v, double[] speed) {
    System.arraycopy(v, 0, speed, 0, v.length);
    for (int i = 0; i < STRIDE * bodies; i += STRIDE) {
      cross(u, i, v, i, inner, 0);
      addScaled(-0.5, inner, 0, speed, i);
      addCross(1 / 12.0, u, i, inner, 0, speed, i);
    }
  }

  /** Derivative of the speed in the direction (du, dv). */
  void jvp(double[] u, double[] v, double[] du, double[] dv, double[] dSpeed) {
    evaluate(u, dv, dSpeed);
    for (int i = 0; i < STRIDE * bodies; i += STRIDE) {
      cross(u, i, v, i, inner, 0);
      cross(du, i, v, i, outer, 0);
      addScaled(-0.5, outer, 0, dSpeed, i);
      addCross(1 / 12.0, du, i, inner, 0, dSpeed, i);
      addCross(1 / 12.0, u, i, outer, 0, dSpeed, i);
    }
  }

  /** Adds the pulled-back cotangent of the speed to those of u and v. */
  void vjp(double[] u, double[] v, double[] speedBar, double[] uBar, double[] vBar) {
    for (int i = 0; i < vBar.length; i++) {
      vBar[i] += speedBar[i];
    }
    for (int i = 0; i < STRIDE * bodies; i += STRIDE) {
      cross(u, i, speedBar, i, outer, 0);
      // [u]^T = -[u]
      addScaled(0.5, outer, 0, vBar, i);
      addCross(1 / 12.0, u, i, outer, 0, vBar, i);
      cross(u, i, v, i, inner, 0);
      addCross(-0.5, v, i, speedBar, i, uBar, i);
      addCross(1 / 12.0, inner, 0, speedBar, i, uBar, i);
      addCross(-1 / 12.0, v, i, outer, 0, uBar, i);
    }
  }
}
