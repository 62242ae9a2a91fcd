package org.dextwin.experiments.drex.internal.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.JointTrack;
import org.junit.jupiter.api.Test;

/** A finger whose friction and inertia are not as declared swings freely, or against a load. */
class FreeFingerTest {

  private static final double PERIOD = 1.0 / 300;
  private static final int READINGS = 120;
  private static final double LATEST = 0.3;
  private static final double FROM_DECLARED = 1.25;
  private static final SyntheticHand HAND =
      new SyntheticHand(1, FROM_DECLARED * 7e-4, List.of(0.0), List.of(-0.5));

  /** Swings against a load, as part of the saturation, from a time on. */
  private static FreeFinger finger(double load, double from) {
    double[] times = new double[READINGS];
    double[] positions = new double[READINGS];
    double[] velocities = new double[READINGS];
    double[] torques = new double[READINGS];
    int fine = 100;
    double q = -0.5;
    double v = 0;
    for (int i = 0; i < READINGS; i++) {
      times[i] = i * PERIOD;
      positions[i] = q;
      velocities[i] = v;
      torques[i] = HAND.torque(q, v);
      for (int k = 0; k < fine; k++) {
        double against = times[i] + k * PERIOD / fine >= from ? load * HAND.saturation() : 0;
        double friction = FROM_DECLARED * HAND.nominalFriction() * (v > 0 ? 1 : 0);
        double torque = HAND.torque(q, v) - SyntheticHand.weight(q) - friction - against;
        v += torque / (FROM_DECLARED * HAND.nominalInertia()) * PERIOD / fine;
        q += v * PERIOD / fine;
      }
    }
    JointTrack track =
        new JointTrack(
            "hinge",
            positions,
            velocities,
            torques,
            HAND.damping(),
            HAND.nominalFriction(),
            HAND.nominalArmature(),
            JointTrack.Role.MOVES);
    return new FreeFinger(HAND, times, track);
  }

  @Test
  void touchIsWhereMoreTorqueIsNeeded() {
    for (double touch : new double[] {0.05, 0.1, 0.2}) {
      assertThat(finger(0.3, touch).departure(LATEST))
          .as("touch at %s s", touch)
          .isCloseTo(touch, within(0.01));
    }
  }

  @Test
  void freeMotionIsNoTouch() {
    assertThat(finger(0, 0).departure(LATEST)).isEqualTo(LATEST);
  }

  @Test
  void excessIsTheLoad() {
    FreeFinger finger = finger(0.3, 0.1);
    finger.departure(LATEST);
    double[] excess = finger.excess();
    int late = READINGS - 10;
    assertThat(excess[late]).isCloseTo(0.3 * HAND.saturation(), within(0.03 * HAND.saturation()));
    assertThat(excess[20]).isCloseTo(0, within(0.03 * HAND.saturation()));
  }
}
