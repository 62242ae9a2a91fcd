package org.dextwin.task.rotation.internal.reality;

import java.util.List;
import java.util.SplittableRandom;

/** Draws from ranges that a configuration gives as [least, largest]. */
public final class Draw {

  private Draw() {}

  /**
   * Checks a range.
   *
   * @param key key of the range
   * @param range the range
   */
  public static void require(String key, List<Double> range) {
    if (range.size() != 2 || range.get(0) > range.get(1)) {
      throw new IllegalArgumentException(key + " is " + range + "; it must be [least, largest]");
    }
  }

  /**
   * Draws evenly.
   *
   * @param range least and largest number
   * @param random where to draw from
   * @return a number of the range
   */
  public static double from(List<Double> range, SplittableRandom random) {
    return range.get(0) + (range.get(1) - range.get(0)) * random.nextDouble();
  }

  static double[] each(int count, List<Double> range, SplittableRandom random) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = from(range, random);
    }
    return values;
  }
}
