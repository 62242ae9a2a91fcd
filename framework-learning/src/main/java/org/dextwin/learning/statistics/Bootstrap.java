package org.dextwin.learning.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/**
 * Confidence intervals by drawing again from what was measured: the 2.5 % and 97.5 % percentiles of
 * a statistic over many draws. The same seed gives the same interval.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * <p><i>References</i>: Efron and Tibshirani, An introduction to the bootstrap, 1993, section 13.3.
 *
 * @param seed seed of the draws
 * @param draws number of draws
 */
public record Bootstrap(long seed, int draws) {

  private static final int DRAWS = 10_000;

  /**
   * Draws 10 000 times.
   *
   * @param seed seed of the draws
   */
  public Bootstrap(long seed) {
    this(seed, DRAWS);
  }

  /** A number that describes a list of numbers. */
  public enum Statistic {
    /** The arithmetic mean. */
    MEAN {
      @Override
      public double of(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
      }
    },
    /** The middle of the sorted values, or the mean of the two middle ones. */
    MEDIAN {
      @Override
      public double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
      }
    };

    /**
     * Describes a list.
     *
     * @param values the numbers; not modified
     * @return the number; NaN for an empty list
     */
    public abstract double of(double[] values);
  }

  /**
   * Returns the 95 % interval of a statistic.
   *
   * @param statistic the statistic
   * @param values what was measured, at least one number
   * @return the interval
   */
  public Interval interval(Statistic statistic, double[] values) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] drawn = new double[values.length];
    return percentiles(() -> draw(statistic, values, drawn, random));
  }

  /**
   * Returns the 95 % interval of the ratio of a statistic of two lists measured independently.
   *
   * @param statistic the statistic
   * @param values what the ratio's numerator is of, at least one number
   * @param others what its denominator is of, at least one number; positive
   * @return the interval
   */
  public Interval ratio(Statistic statistic, double[] values, double[] others) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] drawn = new double[values.length];
    double[] drawnOthers = new double[others.length];
    return percentiles(
        () ->
            draw(statistic, values, drawn, random) / draw(statistic, others, drawnOthers, random));
  }

  private static double draw(
      Statistic statistic, double[] values, double[] drawn, SplittableRandom random) {
    if (values.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = values[random.nextInt(values.length)];
    }
    return statistic.of(drawn);
  }

  private Interval percentiles(DoubleSupplier statistic) {
    double[] sorted = new double[draws];
    for (int i = 0; i < draws; i++) {
      sorted[i] = statistic.getAsDouble();
    }
    Arrays.sort(sorted);
    return new Interval(sorted[(int) (0.025 * (draws - 1))], sorted[(int) (0.975 * (draws - 1))]);
  }
}
