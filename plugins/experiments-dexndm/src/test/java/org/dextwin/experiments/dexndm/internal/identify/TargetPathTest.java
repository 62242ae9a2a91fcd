package org.dextwin.experiments.dexndm.internal.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dextwin.api.sim.ControlSequence;
import org.junit.jupiter.api.Test;

class TargetPathTest {

  private static final TargetPath PATH = new TargetPath(2, 0.025, new int[] {0});

  /** From 0 to 1 and back to 0.9, each held for two time steps. */
  private static final Episode EPISODE =
      new Episode(3, new double[4], new double[] {0.0, 1.0, 0.9});

  private static double[] passed(double delay, double backlash) {
    ControlSequence controls = PATH.of(EPISODE, delay, new double[] {backlash});
    double[] targets = new double[controls.steps()];
    for (int k = 0; k < targets.length; k++) {
      targets[k] = controls.target(k, 0);
    }
    return targets;
  }

  @Test
  void withoutDelayAndPlayTargetsAreWhatTheyWere() {
    assertThat(passed(0, 0)).containsExactly(0, 0, 1, 1, 0.9, 0.9);
  }

  @Test
  void delaysMayBePartsOfTimeSteps() {
    assertThat(passed(0.025, 0)).containsExactly(0, 0, 0, 1, 1, 0.9);
    assertThat(passed(0.04, 0))
        .containsExactly(new double[] {0, 0, 0, 0.4, 1, 0.96}, within(1e-12));
  }

  @Test
  void playIsCrossedBeforeTheJointFollows() {
    assertThat(passed(0, 0.3))
        .containsExactly(new double[] {0, 0, 0.85, 0.85, 0.85, 0.85}, within(1e-12));
    assertThat(passed(0, 0.04))
        .containsExactly(new double[] {0, 0, 0.98, 0.98, 0.92, 0.92}, within(1e-12));
  }
}
