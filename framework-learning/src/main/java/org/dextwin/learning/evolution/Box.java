package org.dextwin.learning.evolution;

import org.dextwin.api.math.DimensionMismatchException;

/**
 * The range of each variable.
 *
 * <p><i>Thread safety</i>: immutable; do not write to the arrays.
 *
 * @param low smallest values
 * @param high largest values, each above the smallest
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Box(double[] low, double[] high) {

  /**
   * Checks the ranges.
   *
   * @param low smallest values
   * @param high largest values
   */
  public Box {
    if (low.length != high.length) {
      throw new DimensionMismatchException("upper bounds", low.length, high.length);
    }
    for (int i = 0; i < low.length; i++) {
      if (!(low[i] < high[i]) || !Double.isFinite(high[i] - low[i])) {
        throw new IllegalArgumentException(
            "variable " + i + " has the range [" + low[i] + ", " + high[i] + "]");
      }
    }
  }

  /**
   * Returns the number of variables.
   *
   * @return the dimension
   */
  public int size() {
    return low.length;
  }

  /**
   * Maps any numbers into the box: [0, 1] onto the range, and what is beyond reflected at the
   * bounds, so that the map is continuous.
   *
   * @param u any numbers
   * @return a point of the box
   */
  double[] point(double[] u) {
    double[] x = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      double wave = Math.abs(u[i] - 2 * Math.rint(u[i] / 2)); // period 2, in [0, 1]
      x[i] = Math.min(high[i], low[i] + wave * (high[i] - low[i]));
    }
    return x;
  }

  /** The inverse of {@link #point} for points of the box. */
  double[] unit(double[] x) {
    double[] u = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      if (!(x[i] >= low[i] && x[i] <= high[i])) {
        throw new IllegalArgumentException(
            "variable " + i + " starts at " + x[i] + ", outside [" + low[i] + ", " + high[i] + "]");
      }
      u[i] = (x[i] - low[i]) / (high[i] - low[i]);
    }
    return u;
  }
}
