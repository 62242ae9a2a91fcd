package org.dextwin.experiments.dexndm.internal.identify;

import org.dextwin.mechanics.optimization.LeastSquaresSolution;

/**
 * How uncertain unknowns are. Distances that a model cannot explain are alike from one step to the
 * next, so that steps are no independent measurements: seconds are taken to be. With H = J^T J (the
 * Gauss-Newton Hessian) and the gradients g of the seconds, the covariance is H^-1 (sum g g^T)
 * H^-1; a variance is never less than that of H^-1, which holds for independent steps.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * <p><i>References</i>: White, Maximum likelihood estimation of misspecified models, Econometrica
 * 50 (1982), Eq. 3.4; Liang and Zeger, Longitudinal data analysis using generalized linear models,
 * Biometrika 73 (1986), for gradients of groups.
 *
 * @param model the model that was fitted
 */
record Uncertainty(BranchModel model) {

  /** Steps that are taken together. */
  private static final int GROUP = 20;

  /** Standard deviations of the unknowns. */
  double[] deviations(LeastSquaresSolution solution) {
    int n = model.parameterCount();
    double[] residuals = new double[model.residualCount()];
    double[] jacobian = new double[model.residualCount() * n];
    if (!model.evaluate(solution.x(), residuals, jacobian)) {
      throw new IllegalStateException("the engine fails where it did not before");
    }
    double[] inverse = solution.covariance();
    double[] scatter = new double[n * n];
    int rows = GROUP * model.joints();
    for (int e = 0; e < model.episodes(); e++) {
      for (int row = model.firstRow(e); row < model.firstRow(e + 1); row += rows) {
        int end = Math.min(row + rows, model.firstRow(e + 1));
        addSquare(gradient(residuals, jacobian, row, end), scatter);
      }
    }
    // what is assumed beforehand is a measurement of its own, with the deviation 1
    for (int i = 0; i < n; i++) {
      double slope = jacobian[(model.firstRow(model.episodes()) + i) * n + i];
      scatter[i * n + i] += slope * slope;
    }
    double[] deviations = new double[n];
    for (int i = 0; i < n; i++) {
      double variance = 0;
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          variance += inverse[i * n + a] * scatter[a * n + b] * inverse[b * n + i];
        }
      }
      deviations[i] = Math.sqrt(Math.max(variance, inverse[i * n + i]));
    }
    return deviations;
  }

  private double[] gradient(double[] residuals, double[] jacobian, int from, int to) {
    int n = model.parameterCount();
    double[] gradient = new double[n];
    for (int row = from; row < to; row++) {
      for (int i = 0; i < n; i++) {
        gradient[i] += jacobian[row * n + i] * residuals[row];
      }
    }
    return gradient;
  }

  private static void addSquare(double[] gradient, double[] sum) {
    int n = gradient.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sum[i * n + j] += gradient[i] * gradient[j];
      }
    }
  }
}
