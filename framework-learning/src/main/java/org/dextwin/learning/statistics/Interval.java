package org.dextwin.learning.statistics;

/**
 * A confidence interval.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {

  /** The 97.5 % quantile of the normal distribution, for two-sided intervals of 95 %. */
  private static final double Z = 1.959963984540054;

  /**
   * Returns the 95 % interval of a probability from how often something happened.
   *
   * <p><i>References</i>: Wilson, Probable inference, the law of succession, and statistical
   * inference, JASA 22 (1927).
   *
   * @param successes how often it happened
   * @param trials how often it could have, at least once
   * @return the interval, within [0, 1]
   */
  public static Interval wilson(int successes, int trials) {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
    }
    double p = (double) successes / trials;
    double z2 = Z * Z / trials;
    double centre = (p + z2 / 2) / (1 + z2);
    double half = Z / (1 + z2) * Math.sqrt((p * (1 - p) + z2 / 4) / trials);
    return new Interval(
        successes == 0 ? 0 : Math.max(0, centre - half),
        successes == trials ? 1 : Math.min(1, centre + half));
  }

  /**
   * Says whether two intervals have a number in common.
   *
   * @param other the other interval
   * @return true if they overlap
   */
  public boolean overlaps(Interval other) {
    return low <= other.high && other.low <= high;
  }
}
