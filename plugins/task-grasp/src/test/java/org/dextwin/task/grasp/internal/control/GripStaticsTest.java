package org.dextwin.task.grasp.internal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dextwin.api.model.HandModel;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.Test;

/** The slip inequality in closed form, on two straight fingers of two phalanges of 5 cm. */
class GripStaticsTest {

  private static final HandModel HAND = new FakeHand(HandModel.Side.RIGHT).model();
  private static final double G = 9.80665;
  private static final double ROUNDING = 1e-12;

  private static GripStatics statics(double capMa, double friction, double gamma) {
    return new GripStatics(HAND, new Motors(0.5, capMa), friction, gamma);
  }

  @Test
  void largestGripIsWhatTheHardestLeverLeaves() {
    // 0.5 N m/A at 0.4 A is 0.2 N m; the lever of the first joint is 0.1 m
    double grip = statics(400, 1, 1).largestGrip(new double[4], new double[] {0.5, 0.5});
    assertThat(grip).isEqualTo(2 * 0.2 / 0.1, within(1e-9));
  }

  @Test
  void unevenSharesAreLimitedByTheFingerThatBearsMore() {
    double grip = statics(400, 1, 1).largestGrip(new double[4], new double[] {0.75, 0.25});
    assertThat(grip).isEqualTo(0.2 / 0.1 / 0.75, within(1e-9));
  }

  @Test
  void payloadNeverComesFromTorqueAboveTheServos() {
    // the servo gives 0.5 N m, which is 1 A
    double grip = statics(5000, 1, 1).largestGrip(new double[4], new double[] {0.5, 0.5});
    assertThat(grip).isEqualTo(2 * 0.5 / 0.1, within(1e-9));
    assertThat(new Motors(0.5, 5000).usableMa(HAND)).isEqualTo(1000, within(1e-9));
  }

  @Test
  void gripAndMassAreEachOthersInverse() {
    GripStatics statics = statics(400, 0.8, 2);
    assertThat(statics.neededGrip(0.2)).isEqualTo(0.2 * G * 2 / 0.8, within(ROUNDING));
    assertThat(statics.heldMass(statics.neededGrip(0.2))).isEqualTo(0.2, within(ROUNDING));
  }

  @Test
  void neededGripHoldsGammaTimesTheWeight() {
    GripStatics statics = statics(400, 0.8, 2);
    assertThat(statics.slipMargin(statics.neededGrip(0.2), 0.2)).isEqualTo(2, within(ROUNDING));
    assertThat(statics.slipMargin(statics.neededGrip(0.1), 0.2)).isEqualTo(1, within(ROUNDING));
  }
}
