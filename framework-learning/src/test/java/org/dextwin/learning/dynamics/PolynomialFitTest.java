package org.dextwin.learning.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dextwin.api.learning.Transitions;
import org.junit.jupiter.api.Test;

class PolynomialFitTest {

  private static double[] cubic() {
    double[] values = new double[30];
    Arrays.setAll(values, k -> 0.3 - 0.2 * k + 0.05 * k * k - 0.002 * k * k * k);
    return values;
  }

  @Test
  void cubicIsExactFromOrderThreeOn() {
    assertThat(new PolynomialFit(3, 10).error(cubic(), 7)).isCloseTo(0, within(1e-12));
    assertThat(new PolynomialFit(5, 10).error(cubic(), 7)).isCloseTo(0, within(1e-12));
    assertThat(new PolynomialFit(2, 10).error(cubic(), 7)).isGreaterThan(1e-2);
  }

  /** A constant leaves the standard deviation. */
  @Test
  void orderZeroLeavesTheDeviation() {
    assertThat(new PolynomialFit(0, 4).error(new double[] {9, 1, 3, 5, 7}, 1))
        .isCloseTo(Math.sqrt(5), within(1e-12));
  }

  @Test
  void higherOrdersFitRecordingsBetter() {
    Transitions recorded = Lag.record(0.2, 0, 200, 5);
    for (PolynomialFit.Signal signal : PolynomialFit.Signal.values()) {
      double third = new PolynomialFit(3, 10).errors(signal, recorded).get(1);
      double fifth = new PolynomialFit(5, 10).errors(signal, recorded).get(1);
      assertThat(fifth).as("%s", signal).isPositive().isLessThan(third);
    }
  }

  @Test
  void tooFewStepsAreRefused() {
    assertThatThrownBy(() -> new PolynomialFit(3, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("order 3");
  }
}
