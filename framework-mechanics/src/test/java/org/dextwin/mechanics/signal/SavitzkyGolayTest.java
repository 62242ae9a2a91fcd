package org.dextwin.mechanics.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SavitzkyGolayTest {

  private static final double PERIOD = 0.01;

  /** A cubic in time, which a filter of degree three must reproduce up to the very ends. */
  private static double[] cubic(int derivative) {
    double[] values = new double[40];
    for (int i = 0; i < values.length; i++) {
      double t = i * PERIOD;
      values[i] =
          switch (derivative) {
            case 0 -> 1 - 2 * t + 3 * t * t - 4 * t * t * t;
            case 1 -> -2 + 6 * t - 12 * t * t;
            default -> 6 - 24 * t;
          };
    }
    return values;
  }

  @Test
  void reproducesPolynomialsAndTheirDerivativesUpToTheEnds() {
    for (int derivative = 0; derivative <= 2; derivative++) {
      double[] filtered = SavitzkyGolay.of(11, 3, derivative).apply(cubic(0), PERIOD);
      double[] expected = cubic(derivative);
      for (int i = 0; i < expected.length; i++) {
        assertThat(filtered[i])
            .as("derivative %d at sample %d", derivative, i)
            .isCloseTo(expected[i], within(1e-8));
      }
    }
  }

  @Test
  void hasThePublishedCoefficients() {
    // Savitzky and Golay 1964, table I: quadratic over five points is (-3, 12, 17, 12, -3) / 35
    double[] impulse = new double[13];
    impulse[6] = 35;
    assertThat(SavitzkyGolay.of(5, 2, 0).apply(impulse, PERIOD))
        .containsExactly(new double[] {0, 0, 0, 0, -3, 12, 17, 12, -3, 0, 0, 0, 0}, within(1e-12));
  }

  @Test
  void lowersNoiseByTheSquareRootOfTheWindow() {
    Random random = new Random(5);
    double[] noise = random.doubles(20_000).map(u -> u - 0.5).toArray();
    double before = Arrays.stream(noise).map(v -> v * v).average().orElseThrow();
    double[] smooth = SavitzkyGolay.of(25, 1, 0).apply(noise, 1);
    double after = Arrays.stream(smooth, 12, noise.length - 12).map(v -> v * v).average().orElse(0);
    assertThat(Math.sqrt(after / before)).isCloseTo(1.0 / 5, within(0.01));
  }

  @Test
  void refusesWhatItCannotFit() {
    assertThatThrownBy(() -> SavitzkyGolay.of(4, 2, 0)).hasMessageContaining("odd window");
    assertThatThrownBy(() -> SavitzkyGolay.of(3, 3, 0)).hasMessageContaining("> degree");
    assertThatThrownBy(() -> SavitzkyGolay.of(5, 2, 0).apply(new double[4], 1))
        .hasMessageContaining("needs 5");
  }
}
