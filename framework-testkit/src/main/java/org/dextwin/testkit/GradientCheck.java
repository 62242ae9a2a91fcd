package org.dextwin.testkit;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Compares exact derivatives with central differences. Two derivatives agree if they differ by less
 * than the relative tolerance of the larger one, or by less than the floor.
 *
 * <p>A comparison proves something only if the numbers are not zero and come from two sources, so
 * lists that are all below the floor, or equal bit for bit, fail as well.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param relative largest relative difference
 * @param floor largest absolute difference, as a fraction of the largest derivative in the list
 */
public record GradientCheck(double relative, double floor) {

  /** For smooth functions of order one, by central differences with a step of about 1e-5. */
  public static final GradientCheck SMOOTH = new GradientCheck(1e-5, 1e-7);

  /**
   * Returns a derivative by central differences.
   *
   * @param function the function
   * @param x where
   * @param step half the distance of the two points
   * @return (f(x + step) - f(x - step)) / (2 step)
   */
  public static double centralDifference(DoubleUnaryOperator function, double x, double step) {
    return (function.applyAsDouble(x + step) - function.applyAsDouble(x - step)) / (2 * step);
  }

  /**
   * Returns a gradient by central differences.
   *
   * @param function the function
   * @param x where; not modified
   * @param step half the distance of the two points
   * @return the gradient, shape of x
   */
  public static double[] centralDifferences(
      ToDoubleFunction<double[]> function, double[] x, double step) {
    double[] gradient = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int index = i;
      gradient[i] =
          centralDifference(
              xi -> {
                double[] moved = x.clone();
                moved[index] = xi;
                return function.applyAsDouble(moved);
              },
              x[i],
              step);
    }
    return gradient;
  }

  /**
   * Compares two lists of derivatives.
   *
   * @param what what is derived with respect to what
   * @param exact derivatives under test
   * @param numeric central differences
   * @throws AssertionError if they disagree, prove nothing, or are the same numbers
   */
  public void assertAgree(String what, double[] exact, double[] numeric) {
    if (exact.length != numeric.length) {
      throw new AssertionError(
          what + ": " + exact.length + " exact, " + numeric.length + " numeric derivatives");
    }
    double largest = Arrays.stream(numeric).map(Math::abs).max().orElse(0);
    if (!(largest > 0) || Arrays.stream(exact).allMatch(value -> value == 0)) {
      throw new AssertionError(
          what
              + ": derivatives are zero: exact "
              + Arrays.toString(exact)
              + ", numeric "
              + Arrays.toString(numeric));
    }
    for (int i = 0; i < exact.length; i++) {
      double difference = Math.abs(exact[i] - numeric[i]);
      double allowed =
          Math.max(relative * Math.max(Math.abs(exact[i]), Math.abs(numeric[i])), floor * largest);
      if (!(difference <= Tolerance.of(allowed))) {
        throw new AssertionError(
            what
                + ": derivative "
                + i
                + " is "
                + exact[i]
                + ", by central differences "
                + numeric[i]
                + "; they differ by "
                + difference
                + ", allowed are "
                + allowed);
      }
    }
    if (Arrays.equals(exact, numeric)) {
      throw new AssertionError(
          what + ": both are " + Arrays.toString(exact) + " bit for bit, so of one source");
    }
  }
}
