package org.dextwin.experiments.drex.internal.pushlog.motor;

/**
 * A quantity over time.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class TimeCurve {

  private final double[] times;
  private final double[] values;

  TimeCurve(double[] times, double[] values) {
    this.times = times.clone();
    this.values = values.clone();
  }

  /**
   * Returns how many points there are.
   *
   * @return the number of points
   */
  public int size() {
    return times.length;
  }

  /**
   * Returns the time of a point.
   *
   * @param point its index
   * @return time [s since the epoch]
   */
  public double time(int point) {
    return times[point];
  }

  /**
   * Returns the value at a point.
   *
   * @param point its index
   * @return the value
   */
  public double value(int point) {
    return values[point];
  }
}
