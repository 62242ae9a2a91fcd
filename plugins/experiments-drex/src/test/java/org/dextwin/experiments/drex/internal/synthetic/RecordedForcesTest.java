package org.dextwin.experiments.drex.internal.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dextwin.api.math.Vec3;
import org.dextwin.api.sim.WrenchSignal;
import org.junit.jupiter.api.Test;

class RecordedForcesTest {

  private static final double STEP = 0.001;
  private static final int STEPS = 20;

  /** A force that grows by 1 N per step, with a torque of a tenth of it about y. */
  private static RecordedForces ramp() {
    double[] wrenches = new double[6 * STEPS];
    for (int step = 0; step < STEPS; step++) {
      wrenches[6 * step + 1] = 0.1 * step;
      wrenches[6 * step + 3] = step;
    }
    return new RecordedForces(STEP, wrenches, STEPS);
  }

  private static Vec3 impulse(WrenchSignal signal, double step) {
    Vec3 sum = Vec3.ZERO;
    for (int i = 0; i < signal.steps(); i++) {
      sum = sum.plus(signal.force(i).times(step));
    }
    return sum;
  }

  @Test
  void theImpulseDoesNotDependOnTheTimeStep() {
    double expected = STEP * STEPS * (STEPS - 1) / 2;
    for (double step : new double[] {0.0004, 0.001, 0.0025, 0.004}) {
      WrenchSignal signal = ramp().signal("object", step, 0, STEPS * STEP);
      assertThat(impulse(signal, step).x()).as("step %s", step).isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void ofTheSameStepItIsTheRecordingFromTheStartOn() {
    WrenchSignal signal = ramp().signal("object", STEP, 5 * STEP, 9 * STEP);
    assertThat(signal.steps()).isEqualTo(4);
    assertThat(signal.force(0).x()).isCloseTo(5, within(1e-9));
    assertThat(signal.torque(3).y()).isCloseTo(0.8, within(1e-9));
  }

  @Test
  void afterTheRecordingNothingActs() {
    WrenchSignal signal = ramp().signal("object", STEP, 18 * STEP, 24 * STEP);
    assertThat(signal.force(1).x()).isCloseTo(19, within(1e-9));
    assertThat(signal.force(3)).isEqualTo(Vec3.ZERO);
  }
}
