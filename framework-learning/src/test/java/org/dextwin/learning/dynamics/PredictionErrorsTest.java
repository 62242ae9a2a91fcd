package org.dextwin.learning.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.Transitions;
import org.junit.jupiter.api.Test;

class PredictionErrorsTest {

  private static final double PART = 0.3;
  private static final double BIAS = 0.01;

  private final Transitions recorded = Lag.record(PART, 0, 60, 1);
  private final DynamicsModel biased = Lag.model((before, q, a) -> q + PART * (a - q) + BIAS);

  @Test
  void perfectModelHasNoError() {
    DynamicsModel perfect = Lag.model((before, q, a) -> q + PART * (a - q));
    assertThat(PredictionErrors.openLoop(perfect, recorded, 20, 1).total())
        .isCloseTo(0, within(1e-6));
  }

  /** A bias of each step adds up as a geometric series: e_h = b (1 - (1 - p)^h) / p. */
  @Test
  void biasAddsUpOpenLoop() {
    for (int horizon : new int[] {1, 2, 20}) {
      PredictionErrors errors = PredictionErrors.openLoop(biased, recorded, horizon, 1);
      double expected = BIAS * (1 - Math.pow(1 - PART, horizon)) / PART;
      assertThat(errors.total()).as("%d steps", horizon).isCloseTo(expected, within(1e-6));
      assertThat(errors.perJoint())
          .hasSize(2)
          .allSatisfy(error -> assertThat(error).isCloseTo(expected, within(1e-6)));
    }
  }

  @Test
  void startsAreCounted() {
    // of 60 steps, histories of 2 end at steps 1 to 40 if 20 more follow
    assertThat(PredictionErrors.openLoop(biased, recorded, 20, 1).samples()).isEqualTo(40);
    assertThat(PredictionErrors.openLoop(biased, recorded, 20, 7).samples()).isEqualTo(6);
    assertThat(PredictionErrors.oneStep(biased, recorded).samples()).isEqualTo(59);
  }

  @Test
  void shortRecordingIsRefused() {
    assertThatThrownBy(() -> PredictionErrors.openLoop(biased, recorded, 60, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("horizon of 60");
  }
}
