package org.dextwin.task.rotation.internal.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.learning.rotation.RotationMeasures;
import org.junit.jupiter.api.Test;

class OrientationGoalTest {

  @Test
  void turningAboutTheAxisReachesTheGoal() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20; i++) {
      Quat start = Quat.aboutAxis(Vec3.Y, i);
      OrientationGoal goal = OrientationGoal.draw(start, random);
      double angle = start.angleTo(goal.rotation());
      assertThat(angle).isGreaterThan(OrientationGoal.CLOSE);
      Quat reached = Quat.aboutAxis(goal.axis(), angle).times(start);
      assertThat(reached.angleTo(goal.rotation())).isCloseTo(0, within(1e-6));
    }
  }

  @Test
  void aTenthOfPiIsTheLimit() {
    OrientationGoal goal = new OrientationGoal(Quat.IDENTITY, Vec3.Z);
    assertThat(success(goal, 0.099 * Math.PI)).isEqualTo(1);
    assertThat(success(goal, 0.101 * Math.PI)).isZero();
    assertThat(success(goal, 2 * Math.PI - 0.05)).as("the short way round").isEqualTo(1);
  }

  private static double success(OrientationGoal goal, double angle) {
    Map<String, Double> measures = new HashMap<>();
    goal.report(Quat.aboutAxis(Vec3.X, angle), measures);
    return measures.getOrDefault(RotationMeasures.GOAL_SUCCESS, Double.NaN);
  }
}
