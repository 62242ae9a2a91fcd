package org.dextwin.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * The middle and the usual range of a quantity that is measured in every round.
 *
 * @param median half are below
 * @param low a tenth is below
 * @param high a tenth is above
 */
record Spread(double median, double low, double high) {

  static Spread of(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Spread(quantile(sorted, 0.5), quantile(sorted, 0.1), quantile(sorted, 0.9));
  }

  /** Linear between the order statistics. */
  private static double quantile(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  String text(int digits) {
    String number = "%." + digits + "f";
    return String.format(
        Locale.ROOT, number + " (" + number + " to " + number + ")", median, low, high);
  }
}
