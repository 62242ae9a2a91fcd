package org.dextwin.dynamics.jointwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dextwin.learning.training.Normalisation;
import org.dextwin.learning.training.Samples;
import org.junit.jupiter.api.Test;

class GroupSamplesTest {

  private static final int WINDOW = 4;

  private final GroupSamples samples =
      new GroupSamples(new SyntheticHand(2, 1, 0).record(5, 4, 100), List.of(0, 1), WINDOW);
  private final GroupScaling plain =
      new GroupScaling(
          Normalisation.none(samples.code().size()), Normalisation.none(samples.code().joints()));

  /** Where each sample begins and goes, by joint: last position and motion [rad]. */
  private float[][] read(Samples of, int index) {
    float[] inputs = new float[samples.code().size()];
    float[] motions = new float[2];
    of.read(index, inputs, 0, motions, 0);
    return new float[][] {
      {inputs[samples.code().last(0)], inputs[samples.code().last(1)]}, motions
    };
  }

  @Test
  void strayedHistoriesLeadToTheSamePositions() {
    Samples clean = samples.scaled(plain);
    Samples strayed = samples.scaled(plain, new Straying(0.02, 9));
    double squares = 0;
    for (int index = 0; index < samples.size(); index++) {
      float[][] from = read(clean, index);
      float[][] to = read(strayed, index);
      for (int j = 0; j < 2; j++) {
        assertThat(to[0][j] + to[1][j]).isCloseTo(from[0][j] + from[1][j], within(1e-5f));
        squares += Math.pow(to[0][j] - from[0][j], 2);
      }
    }
    assertThat(Math.sqrt(squares / (2 * samples.size())))
        .as("standard deviation of the last position")
        .isCloseTo(0.02, within(0.002));
  }

  @Test
  void errorsFollowFromTheSeed() {
    float[][] once = read(samples.scaled(plain, new Straying(0.02, 9)), 3);
    assertThat(read(samples.scaled(plain, new Straying(0.02, 9)), 3)).isDeepEqualTo(once);
    assertThat(read(samples.scaled(plain, new Straying(0.02, 10)), 3)[0]).isNotEqualTo(once[0]);
  }
}
