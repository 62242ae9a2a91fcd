package org.dextwin.task.rotation.internal.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.junit.jupiter.api.Test;

class RotationRewardTest {

  private static final RewardConfig CONFIG =
      new RewardConfig(1, 0.5, 0.3, 0.3, 2, 0.1, 1, 100, 1, 0.1, 0.5, 0.5);
  private static final double[] NOTHING = {0, 0};

  private static double reward(
      Vec3 angular, Vec3 linear, double[] deviation, double[] torques, double[] velocities) {
    return new RotationReward(CONFIG, Vec3.Z)
        .of(new RotationReward.Step(angular, linear, deviation, torques, velocities, 0));
  }

  @Test
  void rotationIsClipped() {
    assertThat(reward(new Vec3(0, 0, 0.3), Vec3.ZERO, NOTHING, NOTHING, NOTHING))
        .isCloseTo(0.3, within(1e-12));
    assertThat(reward(new Vec3(0, 0, 7), Vec3.ZERO, NOTHING, NOTHING, NOTHING)).isEqualTo(0.5);
    assertThat(reward(new Vec3(0, 0, -7), Vec3.ZERO, NOTHING, NOTHING, NOTHING)).isEqualTo(-0.5);
  }

  @Test
  void everyPenaltyHasItsWeight() {
    assertThat(reward(new Vec3(2, -1, 0), Vec3.ZERO, NOTHING, NOTHING, NOTHING))
        .as("off-axis rotation in the sum norm")
        .isCloseTo(-0.1 * 3, within(1e-12));
    assertThat(reward(Vec3.ZERO, new Vec3(0, 2, 0), NOTHING, NOTHING, NOTHING))
        .as("speed")
        .isCloseTo(-0.3 * 4, within(1e-12));
    assertThat(reward(Vec3.ZERO, Vec3.ZERO, new double[] {1, 2}, NOTHING, NOTHING))
        .as("pose")
        .isCloseTo(-0.3 * 5, within(1e-12));
    double[] torques = {0.1, -0.2};
    assertThat(reward(Vec3.ZERO, Vec3.ZERO, NOTHING, torques, new double[] {3, 1}))
        .as("work and torque")
        .isCloseTo(-2 * (0.3 - 0.2) - 0.1 * 0.05, within(1e-12));
  }

  @Test
  void offAxisWeightRisesOverResets() {
    assertThat(RewardConfig.offAxisWeight(0)).isZero();
    assertThat(RewardConfig.offAxisWeight(10)).isZero();
    assertThat(RewardConfig.offAxisWeight(55)).isCloseTo(0.05, within(1e-12));
    assertThat(RewardConfig.offAxisWeight(100)).isEqualTo(0.1);
    assertThat(RewardConfig.offAxisWeight(1000)).isEqualTo(0.1);
  }

  @Test
  void waypointsComeEvery75DegreesOfASteadyTurn() {
    IntermediateGoal goal = new IntermediateGoal(Vec3.Z, Quat.IDENTITY, CONFIG);
    double largest = CONFIG.goalClip() + CONFIG.goalBonus();
    int last = 0;
    for (int degree = 1; degree <= 720; degree++) {
      int before = goal.reached();
      double reward = goal.reward(Quat.aboutAxis(Vec3.Z, Math.toRadians(degree)));
      assertThat(reward).isBetween(0.0, largest);
      if (goal.reached() > before) {
        assertThat(degree - last).as("degrees from waypoint to waypoint").isBetween(75, 77);
        last = degree;
      }
    }
    assertThat(goal.reached()).isGreaterThanOrEqualTo(9);
  }
}
