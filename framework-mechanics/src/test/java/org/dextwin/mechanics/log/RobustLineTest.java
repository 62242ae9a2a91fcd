package org.dextwin.mechanics.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RobustLineTest {

  @Test
  void twoOfTenPointsMayBeWild() {
    double[] x = new double[10];
    double[] y = new double[10];
    for (int i = 0; i < 10; i++) {
      x[i] = i;
      y[i] = 3 * i - 6;
    }
    y[2] = 1e3;
    y[9] = -1e3;
    RobustLine line = RobustLine.fit(x, y);
    assertThat(line.slope()).isCloseTo(3, within(1e-12));
    assertThat(line.intercept()).isCloseTo(-6, within(1e-12));
    assertThat(line.crossing(0)).isCloseTo(2, within(1e-12));
  }

  @Test
  void pointsAboveEachOtherMakeNoLine() {
    assertThatThrownBy(() -> RobustLine.fit(new double[] {1, 1}, new double[] {0, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("differ in x");
  }
}
