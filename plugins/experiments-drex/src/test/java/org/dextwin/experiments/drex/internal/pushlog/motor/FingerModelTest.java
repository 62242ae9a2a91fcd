package org.dextwin.experiments.drex.internal.pushlog.motor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Scene;
import org.dextwin.api.robot.JointLog;
import org.dextwin.experiments.drex.internal.pushlog.synthetic.TestHand;
import org.junit.jupiter.api.Test;

class FingerModelTest {

  private static final FingerModel FINGERS = new FingerModel(TestHand.model(1), Vec3.Z);

  @Test
  void holdsALevelFingerByItsWeightTimesItsLever() {
    double[] q = new double[2 * 16];
    q[5] = Math.PI / 2;
    JointLog log =
        new JointLog(
            FINGERS.motors(), new double[] {0, 0.01}, q, new double[2 * 16], new double[2 * 16]);

    double[][] torques = FINGERS.gravityTorques(Readings.of(log));

    // masses times distances from the joint, as the links hang in a row
    double lever = 0.065 * 0.027 + 0.0355 * (0.054 + 0.0192) + 0.0264 * (0.0924 + 0.0199);
    double weight = Scene.EARTH_GRAVITY.norm() * lever;
    assertThat(torques[5][0]).isCloseTo(weight, within(1e-9));
    assertThat(torques[5][1]).isCloseTo(0, within(1e-12));
    assertThat(torques[9][0]).isCloseTo(0, within(1e-12));
  }

  @Test
  void likeJointsOfLikeFingersAreOfOneClass() {
    int[] classes = FINGERS.inertiaClasses();

    assertThat(classes[1]).isEqualTo(classes[5]).isEqualTo(classes[9]);
    assertThat(classes[3]).isEqualTo(classes[7]).isEqualTo(classes[11]).isNotEqualTo(classes[1]);
    assertThat(classes[14]).isNotEqualTo(classes[1]).isNotEqualTo(classes[2]);
  }
}
