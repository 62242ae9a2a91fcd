package org.dextwin.core.internal.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.dextwin.api.experiment.Plot;

/**
 * An axis with round numbers at its ticks.
 *
 * @param scale linear or logarithmic
 * @param low value at its beginning
 * @param high value at its end, larger
 * @param ticks labelled values, from low to high
 * @param minor values that get a grid line only
 */
record Axis(Plot.Scale scale, double low, double high, List<Tick> ticks, List<Double> minor) {

  /** Part of the range that stays free at both ends, so that no curve runs on the frame. */
  private static final double MARGIN = 0.03;

  /** Ranges narrower than this, relative to the values, are rounding noise and count as a point. */
  private static final double NOISE = 1e-12;

  /** A labelled value. */
  record Tick(double value, String label) {}

  /**
   * Returns an axis that holds the values.
   *
   * @param scale linear or logarithmic, then all values are positive
   * @param values finite values and NaNs
   * @param wanted about how many ticks
   */
  static Axis over(Plot.Scale scale, DoubleStream values, int wanted) {
    var range = values.filter(Double::isFinite).summaryStatistics();
    if (range.getCount() == 0) {
      return over(scale, DoubleStream.of(scale == Plot.Scale.LINEAR ? 0 : 0.1, 1), wanted);
    }
    return scale == Plot.Scale.LINEAR
        ? linear(range.getMin(), range.getMax(), wanted)
        : logarithmic(range.getMin(), range.getMax(), wanted);
  }

  /** Returns the place of a value: 0 at the beginning of the axis, 1 at its end. */
  double place(double value) {
    return scale == Plot.Scale.LINEAR
        ? (value - low) / (high - low)
        : Math.log(value / low) / Math.log(high / low);
  }

  private static Axis linear(double min, double max, int wanted) {
    double size = Math.max(Math.abs(min), Math.abs(max));
    boolean point = max - min <= NOISE * size;
    double margin = point ? (size == 0 ? 1 : 0.1 * size) : MARGIN * (max - min);
    double low = min - margin;
    double high = max + margin;
    BigDecimal step = roundStep((high - low) / wanted);
    long first = (long) Math.ceil(low / step.doubleValue());
    long last = (long) Math.floor(high / step.doubleValue());
    List<Tick> ticks = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      BigDecimal value = step.multiply(BigDecimal.valueOf(i));
      ticks.add(new Tick(value.doubleValue(), label(value)));
    }
    return new Axis(Plot.Scale.LINEAR, low, high, List.copyOf(ticks), List.of());
  }

  /** Returns the smallest of 1, 2, 5 times a power of ten that is not below the number. */
  private static BigDecimal roundStep(double atLeast) {
    int exponent = (int) Math.floor(Math.log10(atLeast));
    double digit = atLeast / Math.pow(10, exponent);
    int round = digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10;
    return new BigDecimal(BigInteger.valueOf(round), -exponent);
  }

  private static Axis logarithmic(double min, double max, int wanted) {
    int lowest = (int) Math.floor(Math.log10(min));
    int highest = Math.max(lowest + 1, (int) Math.ceil(Math.log10(max)));
    int decades = highest - lowest;
    int stride = Math.max(1, (int) Math.ceil((double) decades / wanted));
    List<Tick> ticks = new ArrayList<>();
    List<Double> minor = new ArrayList<>();
    for (int exponent = lowest; exponent <= highest; exponent++) {
      for (int digit = 1; digit < 10 && (exponent < highest || digit == 1); digit++) {
        BigDecimal value = new BigDecimal(BigInteger.valueOf(digit), -exponent);
        boolean labelled =
            digit == 1
                ? (exponent - lowest) % stride == 0
                : decades <= 2 && (digit == 2 || digit == 5);
        if (labelled) {
          ticks.add(new Tick(value.doubleValue(), label(value)));
        } else if (stride == 1) {
          minor.add(value.doubleValue());
        }
      }
    }
    return new Axis(
        Plot.Scale.LOGARITHMIC,
        Math.pow(10, lowest),
        Math.pow(10, highest),
        List.copyOf(ticks),
        List.copyOf(minor));
  }

  /** Returns the number as people write it: 0.05, 2000, 3e-6. */
  static String label(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal number = value.stripTrailingZeros();
    int exponent = number.precision() - number.scale() - 1;
    String text =
        exponent >= 6 || exponent < -4
            ? number.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent
            : number.toPlainString();
    return text.replace('-', '−');
  }
}
