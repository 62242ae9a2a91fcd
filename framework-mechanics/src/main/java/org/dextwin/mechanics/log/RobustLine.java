package org.dextwin.mechanics.log;

import java.util.Arrays;

/**
 * A line fitted to points so that up to 29 % of them may be wild: its slope is the median of the
 * slopes of all pairs.
 *
 * <p><i>Thread safety</i>: immutable. <i>References</i>: Theil 1950; Sen 1968, "Estimates of the
 * regression coefficient based on Kendall's tau".
 *
 * @param slope change of y for each unit of x
 * @param intercept y where x is zero
 */
public record RobustLine(double slope, double intercept) {

  /**
   * Fits a line.
   *
   * @param x at least two numbers, not all the same; not modified
   * @param y as many numbers; not modified
   * @return the line
   */
  public static RobustLine fit(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " x for " + y.length + " y; pair them");
    }
    double[] slopes = new double[x.length * (x.length - 1) / 2];
    int pairs = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        if (x[i] != x[j]) {
          slopes[pairs++] = (y[i] - y[j]) / (x[i] - x[j]);
        }
      }
    }
    if (pairs == 0) {
      throw new IllegalArgumentException("a line needs two points that differ in x");
    }
    double slope = Median.of(Arrays.copyOf(slopes, pairs));
    double[] intercepts = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      intercepts[i] = y[i] - slope * x[i];
    }
    return new RobustLine(slope, Median.of(intercepts));
  }

  /**
   * Returns where the line takes a value.
   *
   * @param y the value
   * @return x with y = slope x + intercept; infinite or NaN if the line is level
   */
  public double crossing(double y) {
    return (y - intercept) / slope;
  }
}
