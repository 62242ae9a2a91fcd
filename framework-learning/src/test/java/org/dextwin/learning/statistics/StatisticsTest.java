package org.dextwin.learning.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dextwin.learning.statistics.Bootstrap.Statistic;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  /** 81 of 263, the example of Newcombe, Statistics in Medicine 17 (1998), Table I. */
  @Test
  void wilsonIntervalIsThatOfTheLiterature() {
    Interval interval = Interval.wilson(81, 263);
    assertThat(interval.low()).isEqualTo(0.2553, within(5e-5));
    assertThat(interval.high()).isEqualTo(0.3662, within(5e-5));
  }

  @Test
  void wilsonIntervalStaysWithinProbabilities() {
    assertThat(Interval.wilson(0, 20).low()).isZero();
    assertThat(Interval.wilson(0, 20).high()).isEqualTo(0.1611, within(5e-5));
    assertThat(Interval.wilson(20, 20).high()).isEqualTo(1);
    assertThatThrownBy(() -> Interval.wilson(0, 0)).hasMessageContaining("0 trials");
  }

  @Test
  void intervalsOverlapIfTheyTouch() {
    assertThat(new Interval(0, 1).overlaps(new Interval(1, 2))).isTrue();
    assertThat(new Interval(0, 1).overlaps(new Interval(1.1, 2))).isFalse();
    assertThat(new Interval(1.1, 2).overlaps(new Interval(0, 1))).isFalse();
  }

  /** Of the mean of normal numbers, the interval is +- 1.96 s / sqrt(n) up to sampling. */
  @Test
  void bootstrapOfTheMeanIsTheNormalInterval() {
    double[] values = normal(400, 3);
    double mean = Statistic.MEAN.of(values);
    double deviation =
        Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 400);
    Interval interval = new Bootstrap(5).interval(Statistic.MEAN, values);
    double half = 1.96 * deviation / 20;
    assertThat(interval.low()).isEqualTo(mean - half, within(0.1 * half));
    assertThat(interval.high()).isEqualTo(mean + half, within(0.1 * half));
  }

  @Test
  void intervalsCoverAsOftenAsTheySay() {
    int covered = 0;
    for (int n = 0; n < 200; n++) {
      Interval interval = new Bootstrap(n, 400).interval(Statistic.MEDIAN, normal(60, n));
      covered += interval.low() <= 2 && 2 <= interval.high() ? 1 : 0;
    }
    assertThat(covered).isBetween(180, 199);
  }

  @Test
  void ratioIntervalIsOfIndependentLists() {
    double[] values = normal(200, 1);
    double[] doubled = Arrays.stream(normal(200, 2)).map(v -> 2 * v).toArray();
    Interval interval = new Bootstrap(5).ratio(Statistic.MEAN, doubled, values);
    assertThat(interval.low()).isBetween(1.5, 2.0);
    assertThat(interval.high()).isBetween(2.0, 2.6);
    Interval itself = new Bootstrap(5).ratio(Statistic.MEAN, values, values);
    assertThat(itself.high() - itself.low()).isPositive();
  }

  @Test
  void sameSeedGivesTheSameInterval() {
    double[] values = normal(30, 1);
    assertThat(new Bootstrap(5).interval(Statistic.MEDIAN, values))
        .isEqualTo(new Bootstrap(5).interval(Statistic.MEDIAN, values));
  }

  @Test
  void medianIsTheMiddle() {
    assertThat(Statistic.MEDIAN.of(new double[] {3, 1, 2})).isEqualTo(2);
    assertThat(Statistic.MEDIAN.of(new double[] {4, 1, 2, 3})).isEqualTo(2.5);
    assertThat(Statistic.MEDIAN.of(new double[0])).isNaN();
  }

  /** Normal numbers with mean 2 and deviation 1, by sums of uniform ones. */
  private static double[] normal(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[count];
    Arrays.setAll(values, i -> 2 + random.doubles(12).sum() - 6);
    return values;
  }
}
