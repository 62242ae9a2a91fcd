package org.dextwin.mechanics.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class HampelIdentifierTest {

  private static final HampelIdentifier IDENTIFIER = new HampelIdentifier(2, 3);

  private static boolean isWild(double[] signal, int sample) {
    int start = IDENTIFIER.windowStart(sample, signal.length);
    double[] window =
        Arrays.copyOfRange(signal, start, IDENTIFIER.windowEnd(sample, signal.length));
    double median = Median.of(window);
    double[] distances = Arrays.stream(window).map(x -> Math.abs(x - median)).toArray();
    return IDENTIFIER.isWild(distances, sample - start, 0.01);
  }

  @Test
  void aJumpAtRestIsWildAlsoAtTheEnds() {
    for (int i = 0; i < 8; i++) {
      double[] signal = new double[8];
      signal[i] = 0.02;
      for (int j = 0; j < signal.length; j++) {
        assertThat(isWild(signal, j)).as("jump at %s, sample %s", i, j).isEqualTo(i == j);
      }
    }
  }

  @Test
  void twoWildSamplesInARowAreBothFound() {
    double[] signal = {0, 0, 0, 0.5, 0.4, 0, 0, 0};
    assertThat(isWild(signal, 3)).isTrue();
    assertThat(isWild(signal, 4)).isTrue();
    assertThat(isWild(signal, 2)).isFalse();
    assertThat(isWild(signal, 5)).isFalse();
  }

  @Test
  void fastMotionThatTurnsBackIsNotWild() {
    double[] signal = {0, 0.04, 0.08, 0.04, 0, -0.04};
    for (int i = 0; i < signal.length; i++) {
      assertThat(isWild(signal, i)).as("sample %s", i).isFalse();
    }
  }

  @Test
  void noiseBelowTheThresholdIsNotWild() {
    assertThat(isWild(new double[] {0, 0, 0.009, 0, 0}, 2)).isFalse();
  }

  @Test
  void aSampleNeedsNeighbours() {
    assertThatThrownBy(() -> new HampelIdentifier(0, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
