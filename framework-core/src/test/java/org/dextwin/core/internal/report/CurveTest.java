package org.dextwin.core.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.dextwin.api.experiment.Plot;
import org.junit.jupiter.api.Test;

class CurveTest {

  private static final double NAN = Double.NaN;

  @Test
  void makesGapsOfWhatHasNoPlace() {
    double[] x = {0, 1, NAN, 3, 4, 5};
    double[] y = {1, NAN, 2, Double.POSITIVE_INFINITY, -1, 4};

    Curve linear = curve(Plot.Style.LINE, x, y, Plot.Scale.LINEAR);
    Curve logarithmic = curve(Plot.Style.LINE, x, y, Plot.Scale.LOGARITHMIC);

    assertThat(linear.x()).containsExactly(0, 1, 3, 4, 5);
    assertThat(linear.y()).containsExactly(1, NAN, NAN, -1, 4);
    assertThat(logarithmic.y()).containsExactly(1, NAN, NAN, NAN, 4);
    assertThat(curve(Plot.Style.LINE, x, new double[6], Plot.Scale.LOGARITHMIC).isVisible())
        .isFalse();
  }

  @Test
  void keepsExtremesOfLongLinesAndTheirGaps() {
    int n = 200_000;
    Random random = new Random(1);
    double[] x = IntStream.range(0, n).asDoubleStream().toArray();
    double[] y = random.doubles(n).toArray();
    y[77_777] = 50;
    y[123_456] = -50;
    Arrays.fill(y, 150_000, 160_000, NAN);

    Curve thin = curve(Plot.Style.LINE, x, y, Plot.Scale.LINEAR);

    assertThat(thin.size()).isLessThan(7_000);
    assertThat(thin.y()).contains(50, -50);
    assertThat(IntStream.range(0, thin.size()).filter(i -> Double.isNaN(thin.y()[i])))
        .isNotEmpty()
        .allMatch(i -> thin.x()[i] >= 150_000 && thin.x()[i] < 160_000);
    assertThat(thin.x()).isSorted();
  }

  @Test
  void dropsPointsThatCoverEachOther() {
    int n = 100_000;
    double[] x = new double[n];
    double[] y = new double[n];
    Arrays.setAll(x, i -> i % 10);
    Arrays.setAll(y, i -> 1 + i % 7);

    assertThat(curve(Plot.Style.POINTS, x, y, Plot.Scale.LOGARITHMIC).size()).isEqualTo(70);
  }

  @Test
  void leavesShortSeriesAlone() {
    double[] values = {3, 1, 2};

    assertThat(curve(Plot.Style.LINE, values, values, Plot.Scale.LINEAR).x()).isEqualTo(values);
  }

  private static Curve curve(Plot.Style style, double[] x, double[] y, Plot.Scale scale) {
    return Curve.of(new Plot.Series("s", style, x, y), scale);
  }
}
