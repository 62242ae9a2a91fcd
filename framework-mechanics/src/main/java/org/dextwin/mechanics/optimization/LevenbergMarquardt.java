package org.dextwin.mechanics.optimization;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Damped Gauss-Newton: solves (J^T J + lambda D) dx = -J^T r and adapts lambda to how well the
 * linear model foretold the cost. Ends by gradient, step and cost, not by a number of iterations.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state between solves. <i>References</i>: Marquardt
 * 1963; Nielsen 1999, "Damping parameter in Marquardt's method" (the update of lambda).
 *
 * @param gradientTolerance converged when the largest entry of J^T r is below it
 * @param stepTolerance converged when the largest entry of a step is below it
 * @param costTolerance converged when the linear model foretells that no step lowers the cost by a
 *     larger part of it; 0 for never
 * @param iterationLimit gives up after as many evaluations
 */
public record LevenbergMarquardt(
    double gradientTolerance, double stepTolerance, double costTolerance, int iterationLimit) {

  private static final double INITIAL_DAMPING = 1e-3;
  private static final double LARGEST_DAMPING = 1e12;

  /** So little that a solution is that without damping, if there is one. */
  private static final double UNDAMPED = 1e-9;

  /**
   * Checks the tolerances.
   *
   * @param gradientTolerance converged when the largest entry of J^T r is below it
   * @param stepTolerance converged when the largest entry of a step is below it
   * @param costTolerance converged when the linear model foretells that no step lowers the cost by
   *     a larger part of it; 0 for never
   * @param iterationLimit gives up after as many evaluations
   */
  public LevenbergMarquardt {
    if (!(gradientTolerance > 0)
        || !(stepTolerance > 0)
        || !(costTolerance >= 0)
        || iterationLimit < 1) {
      throw new IllegalArgumentException("tolerances and iteration limit must be positive");
    }
  }

  /**
   * Makes a solver that goes on however little it gains.
   *
   * @param gradientTolerance converged when the largest entry of J^T r is below it
   * @param stepTolerance converged when the largest entry of a step is below it
   * @param iterationLimit gives up after as many evaluations
   */
  public LevenbergMarquardt(double gradientTolerance, double stepTolerance, int iterationLimit) {
    this(gradientTolerance, stepTolerance, 0, iterationLimit);
  }

  /**
   * Minimises half the sum of squared residuals.
   *
   * @param problem the residuals
   * @param start parameters to start from
   * @return the best parameters found and how the search ended
   * @throws IllegalArgumentException if the model cannot be evaluated at the start
   */
  public LeastSquaresSolution solve(LeastSquaresProblem problem, double[] start) {
    return new Search(problem, start).run();
  }

  /** One search: the accepted point and its linear model. */
  private final class Search {
    private final LeastSquaresProblem problem;
    private final int n;
    private double[] x;
    private double[] residuals;
    private double[] jacobian;
    private final double[] gradient;
    private final DMatrixRMaj curvature;
    private final List<Double> costs = new ArrayList<>();
    private double damping = INITIAL_DAMPING;
    private double growth = 2;
    private double stepNorm = Double.POSITIVE_INFINITY;
    private int evaluations;

    Search(LeastSquaresProblem problem, double[] start) {
      this.problem = problem;
      this.n = problem.parameterCount();
      this.x = start.clone();
      this.residuals = new double[problem.residualCount()];
      this.jacobian = new double[problem.residualCount() * n];
      this.gradient = new double[n];
      this.curvature = new DMatrixRMaj(n, n);
      if (!evaluate(x, residuals, jacobian)) {
        throw new IllegalArgumentException("the model cannot be evaluated at the starting point");
      }
      costs.add(halfSquare(residuals));
      linearise();
    }

    LeastSquaresSolution run() {
      double[] step = new double[n];
      double[] candidate = new double[n];
      double[] newResiduals = new double[residuals.length];
      double[] newJacobian = new double[jacobian.length];
      while (evaluations < iterationLimit) {
        if (largest(gradient) <= gradientTolerance) {
          return end(LeastSquaresSolution.Outcome.CONVERGED);
        }
        if (costTolerance > 0
            && solveDamped(step, UNDAMPED)
            && foretoldDecrease(step) <= costTolerance * cost()) {
          return end(LeastSquaresSolution.Outcome.CONVERGED);
        }
        if (!solveDamped(step, damping)) {
          damping = Math.max(damping, INITIAL_DAMPING) * growth;
          growth *= 2;
          continue;
        }
        stepNorm = largest(step);
        if (stepNorm <= stepTolerance) {
          return end(LeastSquaresSolution.Outcome.CONVERGED);
        }
        for (int i = 0; i < n; i++) {
          candidate[i] = x[i] + step[i];
        }
        boolean evaluated = evaluate(candidate, newResiduals, newJacobian);
        double cost = evaluated ? halfSquare(newResiduals) : Double.POSITIVE_INFINITY;
        double gain = (cost() - cost) / foretoldDecrease(step);
        if (gain > 0) {
          x = candidate.clone();
          double[] swap = residuals;
          residuals = newResiduals;
          newResiduals = swap;
          swap = jacobian;
          jacobian = newJacobian;
          newJacobian = swap;
          costs.add(cost);
          linearise();
          // Nielsen 1999, Eq. 2.4
          damping *= Math.max(1.0 / 3, 1 - Math.pow(2 * gain - 1, 3));
          growth = 2;
        } else {
          damping *= growth;
          growth *= 2;
          if (damping > LARGEST_DAMPING) {
            return end(LeastSquaresSolution.Outcome.STALLED);
          }
        }
      }
      return end(LeastSquaresSolution.Outcome.ITERATION_LIMIT);
    }

    private boolean evaluate(double[] at, double[] toResiduals, double[] toJacobian) {
      evaluations++;
      return problem.evaluate(at, toResiduals, toJacobian);
    }

    private double cost() {
      return costs.get(costs.size() - 1);
    }

    /** Forms J^T r and J^T J. */
    private void linearise() {
      double[] a = curvature.getData();
      for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int row = 0; row < residuals.length; row++) {
          sum += jacobian[row * n + i] * residuals[row];
        }
        gradient[i] = sum;
        for (int j = 0; j <= i; j++) {
          double product = 0;
          for (int row = 0; row < residuals.length; row++) {
            product += jacobian[row * n + i] * jacobian[row * n + j];
          }
          a[i * n + j] = product;
          a[j * n + i] = product;
        }
      }
    }

    private boolean solveDamped(double[] step, double damping) {
      DMatrixRMaj damped = curvature.copy();
      for (int i = 0; i < n; i++) {
        damped.add(i, i, damping * Math.max(curvature.get(i, i), 1e-12));
      }
      DMatrixRMaj right = new DMatrixRMaj(n, 1);
      for (int i = 0; i < n; i++) {
        right.set(i, 0, -gradient[i]);
      }
      LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(n);
      if (!solver.setA(damped)) {
        return false;
      }
      DMatrixRMaj solution = new DMatrixRMaj(n, 1);
      solver.solve(right, solution);
      System.arraycopy(solution.getData(), 0, step, 0, n);
      return true;
    }

    /** Decrease of the cost if the model were linear: -g^T dx - dx^T J^T J dx / 2. */
    private double foretoldDecrease(double[] step) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        double curved = 0;
        for (int j = 0; j < n; j++) {
          curved += curvature.get(i, j) * step[j];
        }
        sum -= step[i] * (gradient[i] + 0.5 * curved);
      }
      return sum;
    }

    private LeastSquaresSolution end(LeastSquaresSolution.Outcome outcome) {
      return new LeastSquaresSolution(
          x,
          residuals,
          curvature.getData(),
          costs,
          largest(gradient),
          stepNorm,
          evaluations,
          outcome);
    }
  }

  private static double halfSquare(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return 0.5 * sum;
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
