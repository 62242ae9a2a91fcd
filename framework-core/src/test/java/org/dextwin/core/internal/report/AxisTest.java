package org.dextwin.core.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.stream.DoubleStream;
import org.dextwin.api.experiment.Plot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

  @Test
  void putsRoundNumbersOnALinearAxis() {
    Axis axis = Axis.over(Plot.Scale.LINEAR, DoubleStream.of(-0.31, Double.NaN, 0.29), 8);

    assertThat(axis.ticks())
        .extracting(Axis.Tick::label)
        .containsExactly("−0.3", "−0.2", "−0.1", "0", "0.1", "0.2", "0.3");
    assertThat(axis.place(axis.low())).isZero();
    assertThat(axis.place(axis.high())).isEqualTo(1);
  }

  @Test
  void marksDecadesOfALogarithmicAxis() {
    Axis axis = Axis.over(Plot.Scale.LOGARITHMIC, DoubleStream.of(3e-6, 0.05), 8);

    assertThat(axis.ticks())
        .extracting(Axis.Tick::label)
        .containsExactly("1e−6", "1e−5", "0.0001", "0.001", "0.01", "0.1");
    assertThat(axis.place(1e-6)).isZero();
    assertThat(axis.place(1e-5)).isEqualTo(0.2, within(1e-12));
    assertThat(axis.minor()).hasSize(5 * 8);
  }

  @Test
  void leavesOutDecadesWhenThereAreMany() {
    Axis axis = Axis.over(Plot.Scale.LOGARITHMIC, DoubleStream.of(1e-20, 1e20), 8);

    assertThat(axis.ticks()).hasSize(9);
    assertThat(axis.minor()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "5, 5",
    "1e-300, 1e-300",
    "1e9, 1000000001",
    "1, 1.0000000000000002",
    "-1e299, 1e299"
  })
  void survivesNarrowAndWideRanges(double min, double max) {
    Axis axis = Axis.over(Plot.Scale.LINEAR, DoubleStream.of(min, max), 8);

    assertThat(axis.ticks()).hasSizeBetween(2, 20);
    assertThat(axis.place(min)).isBetween(0.0, 1.0);
    assertThat(axis.place(max)).isBetween(0.0, 1.0);
  }

  @Test
  void needsNoValues() {
    assertThat(Axis.over(Plot.Scale.LINEAR, DoubleStream.empty(), 8).ticks()).isNotEmpty();
    assertThat(Axis.over(Plot.Scale.LOGARITHMIC, DoubleStream.empty(), 8).ticks()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.050, 0.05", "2000, 2000", "1500000, 1.5e6", "-0.00003, −3e−5", "0, 0"})
  void writesLabelsShort(BigDecimal value, String label) {
    assertThat(Axis.label(value)).isEqualTo(label);
  }
}
