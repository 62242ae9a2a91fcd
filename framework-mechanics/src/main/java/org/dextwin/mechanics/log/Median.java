package org.dextwin.mechanics.log;

import java.util.Arrays;

/** The median and what is built on it: estimates that a few wild values do not move. */
public final class Median {

  /** Median absolute deviation times this is the standard deviation of Gaussian noise. */
  public static final double DEVIATION_TO_SIGMA = 1.4826;

  private Median() {}

  /**
   * Returns the median: the middle value, or the mean of the two middle values.
   *
   * @param values at least one number; not modified
   * @return the median
   */
  public static double of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values: the median needs at least one");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * Returns a robust standard deviation: the median absolute deviation, scaled to Gaussian noise.
   *
   * @param values at least one number; not modified
   * @return the standard deviation that Gaussian noise of this spread would have
   */
  public static double sigma(double... values) {
    double median = of(values);
    return DEVIATION_TO_SIGMA
        * of(Arrays.stream(values).map(value -> Math.abs(value - median)).toArray());
  }

  /**
   * Filters a signal: every value becomes the median of the window around it. A monotonic signal
   * passes unchanged, so steps keep their edges. Near the ends the window is cut.
   *
   * @param values the signal; not modified
   * @param halfWidth number of neighbours on either side
   * @return the filtered signal
   */
  public static double[] filter(double[] values, int halfWidth) {
    double[] filtered = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      // symmetric up to the ends: a lopsided window would shift a ramp
      int reach = Math.min(halfWidth, Math.min(i, values.length - 1 - i));
      filtered[i] = of(Arrays.copyOfRange(values, i - reach, i + reach + 1));
    }
    return filtered;
  }
}
