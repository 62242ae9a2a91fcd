package org.dextwin.task.rotation.internal.reality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Each part of the train alone, on one joint. */
class ServoTrainTest {

  private static final double STEP = 0.01;
  private static final double KP = 2;
  private static final double[] REST = {0};

  private static ServoTrain train(
      double backlash, double delay, double coulomb, double stiction, double hysteresis) {
    Reality reality =
        new Reality(
            new double[] {backlash},
            delay,
            new double[] {coulomb},
            new double[] {stiction},
            new double[] {0.1},
            new double[] {hysteresis},
            new double[] {0.1},
            new double[] {1},
            new double[] {1},
            new double[0],
            1,
            1);
    ServoTrain train = new ServoTrain(reality, new double[] {KP}, STEP);
    train.reset(REST);
    return train;
  }

  private static double pass(ServoTrain train, double target, double velocity) {
    return train.pass(new double[] {target}, REST, new double[] {velocity})[0];
  }

  @Test
  void withoutDefectsTargetsPassUnchanged() {
    ServoTrain train = train(0, 0, 0, 0, 0);
    assertThat(pass(train, 0.7, 3)).isEqualTo(0.7);
    assertThat(pass(train, -0.2, -3)).isEqualTo(-0.2);
  }

  @Test
  void targetsAreDelayed() {
    ServoTrain train = train(0, 3 * STEP, 0, 0, 0);
    for (int i = 1; i <= 10; i++) {
      assertThat(pass(train, i, 0)).isEqualTo(Math.max(0, i - 3));
    }
  }

  @Test
  void afterATurnThePlayIsCrossedFirst() {
    ServoTrain train = train(0.2, 0, 0, 0, 0);
    assertThat(pass(train, 1, 0)).isCloseTo(0.9, within(1e-12));
    assertThat(pass(train, 0.85, 0)).as("within the play").isCloseTo(0.9, within(1e-12));
    assertThat(pass(train, 0.5, 0)).as("beyond it").isCloseTo(0.6, within(1e-12));
  }

  @Test
  void frictionFallsFromStictionToCoulomb() {
    ServoTrain train = train(0, 0, 0.1, 0.3, 0);
    assertThat(pass(train, 0, 5) * KP).as("torque at speed").isCloseTo(-0.1, within(1e-9));
    assertThat(pass(train, 0, -5) * KP).as("the other way").isCloseTo(0.1, within(1e-9));
    assertThat(-pass(train, 0, 0.08) * KP).as("torque at a creep").isBetween(0.2, 0.4);
    assertThat(pass(train, 0, 0)).as("at rest").isZero();
  }

  @Test
  void theCableKeepsTheDirectionItWasWound() {
    ServoTrain train = train(0, 0, 0, 0, 0.5);
    double torque = 0;
    for (int i = 0; i < 200; i++) {
      torque = KP * pass(train, 0, 1);
    }
    assertThat(torque).as("torque after a long travel").isCloseTo(-0.5, within(1e-6));
    assertThat(KP * pass(train, 0, 0)).as("torque at rest after it").isCloseTo(-0.5, within(1e-6));
    for (int i = 0; i < 200; i++) {
      torque = KP * pass(train, 0, -1);
    }
    assertThat(torque).as("torque the other way").isCloseTo(0.5, within(1e-6));
  }
}
