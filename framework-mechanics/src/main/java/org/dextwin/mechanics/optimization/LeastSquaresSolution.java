package org.dextwin.mechanics.optimization;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Where a least-squares solver ended, and how.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class LeastSquaresSolution {

  private final double[] x;
  private final double[] residuals;
  private final double[] curvature;
  private final List<Double> costs;
  private final double gradientNorm;
  private final double stepNorm;
  private final int evaluations;
  private final Outcome outcome;

  LeastSquaresSolution(
      double[] x,
      double[] residuals,
      double[] curvature,
      List<Double> costs,
      double gradientNorm,
      double stepNorm,
      int evaluations,
      Outcome outcome) {
    this.x = x.clone();
    this.residuals = residuals.clone();
    this.curvature = curvature.clone();
    this.costs = List.copyOf(costs);
    this.gradientNorm = gradientNorm;
    this.stepNorm = stepNorm;
    this.evaluations = evaluations;
    this.outcome = outcome;
  }

  /** How a solver ended. */
  public enum Outcome {
    /** Gradient, step or the gain that is foretold fell below its tolerance. */
    CONVERGED,
    /** No step lowers the cost, and the gradient is above its tolerance. */
    STALLED,
    /** The limit of iterations was reached first. */
    ITERATION_LIMIT
  }

  /**
   * Returns the best parameters found.
   *
   * @return a copy
   */
  public double[] x() {
    return x.clone();
  }

  /**
   * Returns the residuals there.
   *
   * @return a copy
   */
  public double[] residuals() {
    return residuals.clone();
  }

  /**
   * Returns half the sum of squared residuals after every accepted step, the start first.
   *
   * @return the costs, falling
   */
  public List<Double> costs() {
    return costs;
  }

  /**
   * Returns the cost at the solution.
   *
   * @return half the sum of squared residuals
   */
  public double cost() {
    return costs.get(costs.size() - 1);
  }

  /**
   * Returns the largest entry of the gradient J^T r at the solution.
   *
   * @return its absolute value
   */
  public double gradientNorm() {
    return gradientNorm;
  }

  /**
   * Returns the largest entry of the last step tried.
   *
   * @return its absolute value
   */
  public double stepNorm() {
    return stepNorm;
  }

  /**
   * Returns how often residuals and Jacobian were evaluated.
   *
   * @return the number of evaluations
   */
  public int evaluations() {
    return evaluations;
  }

  /**
   * Returns how the solver ended.
   *
   * @return the outcome
   */
  public Outcome outcome() {
    return outcome;
  }

  /**
   * Returns the covariance of the parameters, (J^T J)^-1, for residuals in units of their standard
   * deviation (Gauss-Newton curvature).
   *
   * @return row-major, shape (n, n)
   * @throws ArithmeticException if the residuals do not determine the parameters
   */
  public double[] covariance() {
    int n = x.length;
    // scaled to a diagonal of ones, because units of parameters may differ by many orders
    double[] scale = new double[n];
    for (int i = 0; i < n; i++) {
      scale[i] = 1 / Math.sqrt(curvature[i * n + i]);
      if (!Double.isFinite(scale[i])) {
        throw new ArithmeticException("the residuals do not determine parameter " + i);
      }
    }
    DMatrixRMaj scaled = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scaled.set(i, j, scale[i] * curvature[i * n + j] * scale[j]);
      }
    }
    DMatrixRMaj inverse = new DMatrixRMaj(n, n);
    if (!CommonOps_DDRM.invert(scaled, inverse)) {
      throw new ArithmeticException("the residuals do not determine the parameters");
    }
    for (int i = 0; i < n; i++) {
      if (!(inverse.get(i, i) > 0) || Double.isInfinite(inverse.get(i, i))) {
        throw new ArithmeticException("the residuals do not determine parameter " + i);
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        inverse.set(i, j, scale[i] * inverse.get(i, j) * scale[j]);
      }
    }
    return inverse.getData();
  }
}
