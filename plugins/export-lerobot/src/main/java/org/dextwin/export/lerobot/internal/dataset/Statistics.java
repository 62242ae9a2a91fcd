package org.dextwin.export.lerobot.internal.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Statistics of a feature, for each of its numbers, as LeRobot's policies normalise by them. The
 * deviation is that of the whole population.
 *
 * @param count how many rows, or images, were looked at
 * @param values each statistic by LeRobot's name
 */
record Statistics(long count, Map<String, double[]> values) {

  private static final Map<String, Double> QUANTILES = quantiles();

  private static Map<String, Double> quantiles() {
    Map<String, Double> quantiles = new LinkedHashMap<>();
    quantiles.put("q01", 0.01);
    quantiles.put("q10", 0.1);
    quantiles.put("q50", 0.5);
    quantiles.put("q90", 0.9);
    quantiles.put("q99", 0.99);
    return quantiles;
  }

  /** A distribution of one number. */
  interface Distribution {
    double mean();

    double variance();

    /** Returns the value below which a part of all lies: 0 the least, 1 the greatest. */
    double quantile(double part);
  }

  static Statistics of(long count, List<? extends Distribution> numbers) {
    Map<String, double[]> values = new LinkedHashMap<>();
    values.put("min", numbers.stream().mapToDouble(it -> it.quantile(0)).toArray());
    values.put("max", numbers.stream().mapToDouble(it -> it.quantile(1)).toArray());
    values.put("mean", numbers.stream().mapToDouble(Distribution::mean).toArray());
    values.put("std", numbers.stream().mapToDouble(it -> Math.sqrt(it.variance())).toArray());
    QUANTILES.forEach(
        (name, part) ->
            values.put(name, numbers.stream().mapToDouble(it -> it.quantile(part)).toArray()));
    return new Statistics(count, values);
  }

  /** Statistics of rows of numbers. */
  static Statistics ofRows(List<double[]> rows) {
    List<Sample> numbers = new ArrayList<>();
    for (int i = 0; i < rows.get(0).length; i++) {
      int place = i;
      numbers.add(new Sample(rows.stream().mapToDouble(row -> row[place]).sorted().toArray()));
    }
    return of(rows.size(), numbers);
  }

  /** Numbers in ascending order. */
  private static final class Sample implements Distribution {

    private final double[] sorted;

    Sample(double[] sorted) {
      this.sorted = sorted;
    }

    @Override
    public double mean() {
      return Arrays.stream(sorted).sum() / sorted.length;
    }

    @Override
    public double variance() {
      double mean = mean();
      return Arrays.stream(sorted).map(it -> (it - mean) * (it - mean)).sum() / sorted.length;
    }

    /** Straight between two values, as NumPy's default. */
    @Override
    public double quantile(double part) {
      double place = part * (sorted.length - 1);
      int below = (int) place;
      int above = Math.min(below + 1, sorted.length - 1);
      return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
  }

  /**
   * Joins statistics of episodes the way LeRobot does: exact but for the quantiles, which are
   * averaged.
   *
   * <p>Chan, Golub and LeVeque 1983, "Algorithms for computing the sample variance", eq. 2.1.
   */
  static Statistics joined(List<Statistics> parts) {
    long total = parts.stream().mapToLong(Statistics::count).sum();
    Map<String, double[]> joined = new LinkedHashMap<>();
    for (String name : parts.get(0).values().keySet()) {
      double[] values = new double[parts.get(0).values().get(name).length];
      for (int i = 0; i < values.length; i++) {
        int place = i;
        values[i] =
            switch (name) {
              case "min" ->
                  parts.stream().mapToDouble(it -> it.at(name, place)).min().orElseThrow();
              case "max" ->
                  parts.stream().mapToDouble(it -> it.at(name, place)).max().orElseThrow();
              case "std" -> {
                double mean = weighted(parts, total, it -> it.at("mean", place));
                yield Math.sqrt(
                    weighted(
                        parts,
                        total,
                        it -> square(it.at("std", place)) + square(it.at("mean", place) - mean)));
              }
              default -> weighted(parts, total, it -> it.at(name, place));
            };
      }
      joined.put(name, values);
    }
    return new Statistics(total, joined);
  }

  private static double weighted(
      List<Statistics> parts, long total, java.util.function.ToDoubleFunction<Statistics> value) {
    return parts.stream().mapToDouble(it -> it.count() * value.applyAsDouble(it)).sum() / total;
  }

  private double at(String name, int place) {
    return java.util.Objects.requireNonNull(values.get(name))[place];
  }

  private static double square(double value) {
    return value * value;
  }

  /**
   * Returns plain values: a list for each statistic; for images, three channels of one row of one
   * pixel.
   */
  Map<String, Object> plain(Feature feature, boolean withQuantiles) {
    Map<String, Object> plain = new LinkedHashMap<>();
    values.forEach(
        (name, numbers) -> {
          if (withQuantiles || !QUANTILES.containsKey(name)) {
            List<?> list = Arrays.stream(numbers).boxed().toList();
            plain.put(
                name,
                feature.dtype() == Feature.Dtype.IMAGE
                    ? list.stream().map(it -> List.of(List.of(it))).toList()
                    : list);
          }
        });
    plain.put("count", List.of(count));
    return plain;
  }
}
