package org.dextwin.learning.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.Transitions;
import org.junit.jupiter.api.Test;

class InverseDynamicsTest {

  private static final double PART = 0.3;

  /** a_(t+1) = q_(t+1) + (q_(t+2) - q_(t+1)) / p, from the positions that targets led to. */
  private final DynamicsModel inverse =
      Lag.model((reached, target, reachedNext) -> reached + (reachedNext - reached) / PART);

  @Test
  void exchangedRecordingHoldsWhatTargetsLedTo() {
    Transitions recorded = Lag.record(PART, 0, 12, 3);
    Transitions exchanged = InverseDynamics.exchange(recorded);
    assertThat(exchanged.episodes().get(0).steps()).isEqualTo(11);
    assertThat(PredictionErrors.oneStep(inverse, exchanged).total()).isCloseTo(0, within(1e-6));
  }

  @Test
  void virtualForceIsTheLoad() {
    Transitions loaded = Lag.record(PART, 0.07, 30, 4);
    float[] forces = InverseDynamics.virtualForces(inverse, loaded, 0);
    assertThat(forces).hasSize((30 - 2) * 2);
    for (float force : forces) {
      assertThat(force).isCloseTo(0.07f, within(1e-5f));
    }
  }
}
