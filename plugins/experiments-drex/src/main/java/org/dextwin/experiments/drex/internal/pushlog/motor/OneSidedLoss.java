package org.dextwin.experiments.drex.internal.pushlog.motor;

/**
 * A robust loss of residuals whose outliers lie on one side: contact only ever raises the effort of
 * a moving joint. Above zero Geman and McClure's loss, which forgets large residuals; below zero
 * Cauchy's, which keeps listening to them. Both are concave in the square of the residual, so that
 * reweighted least squares lowers the sum at every iteration.
 *
 * <p><i>References</i>: Geman and McClure 1987; Holland and Welsch 1977, "Robust regression using
 * iteratively reweighted least squares".
 *
 * @param sigma spread of free motion [unit of the residual]
 */
record OneSidedLoss(double sigma) {

  /** What lies below the model is structure of the free motion, and may be wider. */
  private static final double BELOW = 1.5;

  /** Weight of a residual in reweighted least squares: the loss's derivative over the residual. */
  double weight(double residual) {
    double u = residual / (residual > 0 ? sigma : BELOW * sigma);
    double tame = 1 / (1 + u * u);
    return residual > 0 ? tame * tame : tame;
  }

  /** The loss, of which {@code residual * weight} is the derivative. */
  double cost(double residual) {
    if (residual > 0) {
      double u2 = square(residual / sigma);
      return sigma * sigma / 2 * u2 / (1 + u2);
    }
    double wide = BELOW * sigma;
    return wide * wide / 2 * Math.log1p(square(residual / wide));
  }

  private static double square(double x) {
    return x * x;
  }
}
