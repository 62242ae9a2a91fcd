package org.dextwin.experiments.dexndm.internal.ablation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dextwin.learning.statistics.Interval;

/**
 * Errors that fall as a power of the amount of data, e = a N^-b, fitted by least squares in
 * logarithms.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param factor a, the error at one transition
 * @param exponent b
 */
public record PowerLaw(double factor, double exponent) {

  private static final int DRAWS = 2000;

  /**
   * Fits a law.
   *
   * @param sizes amounts of data, at least two different ones; positive
   * @param errors the errors; positive
   * @return the law
   */
  public static PowerLaw fit(double[] sizes, double[] errors) {
    int n = sizes.length;
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < n; i++) {
      meanX += Math.log(sizes[i]) / n;
      meanY += Math.log(errors[i]) / n;
    }
    double across = 0;
    double square = 0;
    for (int i = 0; i < n; i++) {
      double x = Math.log(sizes[i]) - meanX;
      across += x * (Math.log(errors[i]) - meanY);
      square += x * x;
    }
    if (!(square > 0)) {
      throw new IllegalArgumentException("a power law needs two different amounts of data");
    }
    double slope = across / square;
    return new PowerLaw(Math.exp(meanY - slope * meanX), -slope);
  }

  /**
   * Returns the error that the law predicts.
   *
   * @param size amount of data
   * @return the error
   */
  public double at(double size) {
    return factor * Math.pow(size, -exponent);
  }

  /**
   * Returns the amount of data at which the law reaches an error.
   *
   * @param error the error
   * @return the amount; infinite or zero if the law does not fall
   */
  public double sizeFor(double error) {
    return Math.pow(error / factor, -1 / exponent);
  }

  /**
   * Returns the 95 % interval of the exponent, by drawing the residuals again.
   *
   * @param sizes amounts of data
   * @param errors the errors
   * @param seed seed of the draws
   * @return the interval
   */
  public Interval exponentInterval(double[] sizes, double[] errors, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] exponents = new double[DRAWS];
    double[] drawn = new double[errors.length];
    for (int d = 0; d < DRAWS; d++) {
      for (int i = 0; i < drawn.length; i++) {
        int other = random.nextInt(errors.length);
        drawn[i] = at(sizes[i]) * errors[other] / at(sizes[other]);
      }
      exponents[d] = fit(sizes, drawn).exponent();
    }
    Arrays.sort(exponents);
    return new Interval(
        exponents[(int) (0.025 * (DRAWS - 1))], exponents[(int) (0.975 * (DRAWS - 1))]);
  }
}
