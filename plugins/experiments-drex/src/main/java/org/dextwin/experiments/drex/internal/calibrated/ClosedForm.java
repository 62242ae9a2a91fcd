package org.dextwin.experiments.drex.internal.calibrated;

import org.dextwin.experiments.drex.internal.fit.TrackedPoses;

/**
 * D-REX's closed form for a vertical push of known force: z(t; m) = alpha(t) + beta(t) / m with
 * alpha = z0 + v0 t - g t^2 / 2 and beta the double integral of the force (Eq. 22-23), which makes
 * the loss a quadratic in theta = 1/m (Eq. 25). Exact for the half-sine pulse.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param peak largest force [N]
 * @param duration length of the pulse [s]
 * @param gravity acceleration of free fall [m/s^2]
 */
record ClosedForm(double peak, double duration, double gravity) {

  /** beta(t): the double integral of peak * sin(pi t / T) up to T, then linear. */
  double beta(double t) {
    double omega = Math.PI / duration;
    double s = Math.min(t, duration);
    double pulse = peak / omega * (s - Math.sin(omega * s) / omega);
    double impulse = 2 * peak / omega;
    return pulse + impulse * Math.max(0, t - duration);
  }

  /**
   * Solves the least-squares problem of Eq. 25 for theta = 1/m.
   *
   * @param tracked poses of the body
   * @param centerHeights heights of the centre of mass, one per pose [m]
   * @param z0 height of the centre of mass at t = 0, where it rests [m]
   * @return the mass [kg]
   */
  double mass(TrackedPoses tracked, double[] centerHeights, double z0) {
    double numerator = 0;
    double denominator = 0;
    for (int k = 0; k < centerHeights.length; k++) {
      double t = tracked.times().get(k);
      double beta = beta(t);
      double alpha = z0 - gravity * t * t / 2;
      numerator += beta * beta;
      denominator += beta * (centerHeights[k] - alpha);
    }
    return numerator / denominator;
  }
}
