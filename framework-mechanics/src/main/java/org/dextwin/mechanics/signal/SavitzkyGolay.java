package org.dextwin.mechanics.signal;

/**
 * Smooths or differentiates an evenly sampled signal: every value becomes that, or the derivative,
 * of the polynomial fitted by least squares to the window around it. Near the ends the polynomial
 * of the outermost full window is evaluated off its middle.
 *
 * <p><i>Thread safety</i>: immutable. <i>References</i>: Savitzky and Golay 1964; Gorry 1990,
 * "General least-squares smoothing and differentiation by the convolution method", Eq. 8 to 11.
 */
public final class SavitzkyGolay {

  private final int half;
  private final int derivative;

  /** Weight of sample i of a window for the value at position t of it, at [t + half][i + half]. */
  private final double[][] weights;

  private SavitzkyGolay(int half, int degree, int derivative) {
    this.half = half;
    this.derivative = derivative;
    this.weights = new double[2 * half + 1][2 * half + 1];
    for (int t = -half; t <= half; t++) {
      for (int i = -half; i <= half; i++) {
        weights[t + half][i + half] = weight(i, t, half, degree, derivative);
      }
    }
  }

  /**
   * Makes a filter.
   *
   * @param window number of samples of a window, odd
   * @param degree degree of the polynomial, less than the window
   * @param derivative 0 to smooth, 1 for the first derivative, and so on, up to the degree
   * @return the filter
   * @throws IllegalArgumentException if the window is even or too short, or the degree too low
   */
  public static SavitzkyGolay of(int window, int degree, int derivative) {
    if (window < 1
        || window % 2 == 0
        || degree >= window
        || derivative < 0
        || derivative > degree) {
      throw new IllegalArgumentException(
          "window "
              + window
              + ", degree "
              + degree
              + ", derivative "
              + derivative
              + ": expected an odd window > degree >= derivative >= 0");
    }
    return new SavitzkyGolay(window / 2, degree, derivative);
  }

  /**
   * Filters a signal.
   *
   * @param signal the values, at least a window of them; not modified
   * @param samplePeriod time between samples [s]
   * @return the smoothed signal or its derivative [signal/s^derivative], of the same length
   * @throws IllegalArgumentException if the signal is shorter than the window
   */
  public double[] apply(double[] signal, double samplePeriod) {
    int window = 2 * half + 1;
    if (signal.length < window) {
      throw new IllegalArgumentException(
          "signal has " + signal.length + " samples; the filter needs " + window);
    }
    if (!(samplePeriod > 0)) {
      throw new IllegalArgumentException(
          "sample period is " + samplePeriod + " s; it must be positive");
    }
    double scale = Math.pow(samplePeriod, -derivative);
    double[] filtered = new double[signal.length];
    for (int i = 0; i < signal.length; i++) {
      int middle = Math.max(half, Math.min(signal.length - 1 - half, i));
      double[] row = weights[i - middle + half];
      double sum = 0;
      for (int k = 0; k < window; k++) {
        sum += row[k] * signal[middle - half + k];
      }
      filtered[i] = scale * sum;
    }
    return filtered;
  }

  /** Gorry 1990, Eq. 8: sum over Gram polynomials of the window. */
  private static double weight(int i, int t, int half, int degree, int derivative) {
    double sum = 0;
    for (int k = 0; k <= degree; k++) {
      sum +=
          (2 * k + 1)
              * fallingFactorial(2 * half, k)
              / fallingFactorial(2 * half + k + 1, k + 1)
              * gram(i, half, k, 0)
              * gram(t, half, k, derivative);
    }
    return sum;
  }

  /** Derivative of order s of the Gram polynomial of degree k at i, by recursion (Eq. 11). */
  private static double gram(int i, int half, int k, int s) {
    if (k <= 0 || s < 0) {
      return k == 0 && s == 0 ? 1 : 0;
    }
    double denominator = k * (2.0 * half - k + 1);
    double upper = i * gram(i, half, k - 1, s) + s * gram(i, half, k - 1, s - 1);
    return (4 * k - 2) / denominator * upper
        - (k - 1) * (2.0 * half + k) / denominator * gram(i, half, k - 2, s);
  }

  private static double fallingFactorial(int a, int b) {
    double product = 1;
    for (int j = a - b + 1; j <= a; j++) {
      product *= j;
    }
    return product;
  }
}
