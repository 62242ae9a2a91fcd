package org.dextwin.experiments.drex.internal.pushlog.motion;

/**
 * The soft-L1 loss 2 (sqrt(1 + r^2) - 1) as a residual whose square it is: quadratic for small
 * errors, linear for wild ones.
 *
 * <p><i>References</i>: Triggs et al. 2000, "Bundle adjustment - a modern synthesis", section 4.3.
 */
final class SoftL1 {

  /** Below this the loss is r^2 to rounding. */
  private static final double SMALL = 1e-6;

  private SoftL1() {}

  /** Returns the residual s with s^2 = 2 (sqrt(1 + r^2) - 1) and the sign of r. */
  static double residual(double r) {
    return r * ratio(r);
  }

  /** Returns s / r. */
  static double ratio(double r) {
    // sqrt(1 + r^2) - 1 = r^2 / (sqrt(1 + r^2) + 1), without cancellation
    return Math.sqrt(2 / (Math.sqrt(1 + r * r) + 1));
  }

  /** Returns ds/dr. */
  static double slope(double r) {
    return Math.abs(r) < SMALL ? 1 : 1 / (ratio(r) * Math.sqrt(1 + r * r));
  }
}
