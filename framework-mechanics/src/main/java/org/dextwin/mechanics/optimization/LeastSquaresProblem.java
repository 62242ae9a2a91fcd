package org.dextwin.mechanics.optimization;

/**
 * Residuals r(x) whose sum of squares is to be made small, with their exact Jacobian. Scale
 * parameters so that steps of one are of comparable meaning, and residuals by their standard
 * deviation.
 *
 * <p><i>Thread safety</i>: confined.
 */
public interface LeastSquaresProblem {

  /**
   * Returns how many parameters there are.
   *
   * @return length of x
   */
  int parameterCount();

  /**
   * Returns how many residuals there are.
   *
   * @return length of r
   */
  int residualCount();

  /**
   * Evaluates residuals and Jacobian.
   *
   * @param x parameters, shape (parameterCount); not modified
   * @param residuals r(x), shape (residualCount); overwritten
   * @param jacobian dr/dx, row-major, shape (residualCount, parameterCount); overwritten
   * @return false if the model cannot be evaluated at x: the solver then takes a shorter step
   */
  boolean evaluate(double[] x, double[] residuals, double[] jacobian);
}
