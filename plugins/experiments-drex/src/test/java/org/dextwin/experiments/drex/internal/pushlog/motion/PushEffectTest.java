package org.dextwin.experiments.drex.internal.pushlog.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PushEffectTest {

  private static final PushEffect EFFECT =
      new PushEffect(0.03, 0.004, 0.01, 0.003, 1, 2, 0.3, 0.02, 0.25);

  @Test
  void frictionAddsTheWorkOfTheSlip() {
    assertThat(EFFECT.perMass(0.35)).isCloseTo(0.03 + 0.35 * 9.81 * 0.01, within(1e-12));
  }

  @Test
  void errorsOfEnergyFrictionAndSlipAddInSquares() {
    double friction = 9.81 * 0.12 * 0.01;
    double slip = 9.81 * 0.35 * 0.003;
    assertThat(EFFECT.sigma(0.35, 0.12))
        .isCloseTo(Math.sqrt(0.004 * 0.004 + friction * friction + slip * slip), within(1e-12));
  }
}
