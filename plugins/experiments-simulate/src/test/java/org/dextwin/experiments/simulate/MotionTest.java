package org.dextwin.experiments.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.robot.JointLog;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;

/** Targets over time. */
class MotionTest {

  private static final List<Drive> DRIVES =
      List.of(new Drive("a", "hand/a", 0.2, 0, 1), new Drive("b", "hand/b", 0, -0.5, 1.5));

  private static double[] at(Motion motion, double time) {
    double[] targets = new double[3];
    motion.write(time, targets, 1);
    assertThat(targets[0]).as("before the offset").isZero();
    return new double[] {targets[1], targets[2]};
  }

  private static void assertAt(Motion motion, double time, double... expected) {
    assertThat(at(motion, time)).containsExactly(expected, within(1e-12));
  }

  @Test
  void jointsWithoutLimitsHaveNoRangeToClose() {
    double free = Double.POSITIVE_INFINITY;

    assertThat(new Drive("motor", "wheel", 0.3, -free, free).at(0.6)).isEqualTo(0.3);
    assertThat(new Drive("motor", "finger", 0.3, -1, 1).at(0.75)).isEqualTo(0.5);
  }

  @Test
  void holdStaysAtTheStart() {
    assertThat(at(Motion.hold(DRIVES), 5)).containsExactly(0.2, 0);
  }

  @Test
  void closeGoesSmoothlyToPartsOfTheRange() {
    Motion motion = Motion.close(DRIVES, new MotionConfig.Close(1, 2, 0.5, Map.of("a", 0.9)));
    assertThat(at(motion, 1)).containsExactly(0.2, 0);
    assertAt(motion, 2, 0.55, 0.25); // half way, by symmetry
    assertAt(motion, 3, 0.9, 0.5);
    assertAt(motion, 9, 0.9, 0.5);
    double dt = 1e-4;
    double[] speed = {at(motion, 1 + dt)[0] - 0.2, 0.9 - at(motion, 3 - dt)[0]};
    assertThat(speed[0]).as("way in the first moment: at rest").isBetween(0.0, 1e-11);
    assertThat(speed[1]).as("way in the last moment: at rest").isBetween(0.0, 1e-11);
  }

  @Test
  void sineSwingsWhatIsNamedWithinTheLimits() {
    Motion motion = Motion.sine(DRIVES, new MotionConfig.Sine(0.3, 0.25, List.of("a")));
    assertThat(at(motion, 1)[0]).isCloseTo(0.5, within(1e-15));
    assertThat(at(motion, 3)).as("0.2 - 0.3 is below the limit").containsExactly(0, 0);
    Motion all = Motion.sine(DRIVES, new MotionConfig.Sine(0.3, 0.25, List.of()));
    assertThat(at(all, 1)[1]).isCloseTo(0.3, within(1e-15));
  }

  @Test
  void sineFindsActuatorsOfAModelWithoutTheRobotsName() {
    List<Drive> drives =
        List.of(new Drive("cart/push", "", 0, -1, 1), new Drive("arm/push-up", "", 0, -1, 1));
    Motion motion = Motion.sine(drives, new MotionConfig.Sine(0.3, 0.25, List.of("push")));
    assertAt(motion, 1, 0.3, 0);
  }

  @Test
  void replayInterpolatesAndHoldsTheEnd() {
    JointOrder order = new JointOrder("log", List.of("a", "b"));
    double[] positions = {0.2, 0, 0.4, 1, 0.6, 9};
    JointLog log =
        new JointLog(order, new double[] {100, 101, 103}, positions, new double[6], new double[6]);
    Motion motion = Motion.replay(DRIVES, log);
    assertThat(at(motion, 0)).containsExactly(0.2, 0);
    assertAt(motion, 0.5, 0.3, 0.5);
    assertAt(motion, 1, 0.4, 1);
    assertAt(motion, 2, 0.5, 1.5); // the log goes beyond the limit of b
    assertAt(motion, 7, 0.6, 1.5);
  }

  @Test
  void unknownNamesAreRefusedWithTheKnownOnes() {
    assertThatThrownBy(
            () -> Motion.close(DRIVES, new MotionConfig.Close(0, 1, 0.5, Map.of("c", 0.1))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("motion.close.joints names 'c', which nothing drives; there are [a, b]");
    assertThatThrownBy(() -> Motion.sine(DRIVES, new MotionConfig.Sine(0.1, 1, List.of("a", "d"))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("motion.sine.joints names 'd', which nothing drives; there are [a, b]");
  }
}
