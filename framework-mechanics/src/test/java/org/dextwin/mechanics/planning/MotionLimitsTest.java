package org.dextwin.mechanics.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.junit.jupiter.api.Test;

class MotionLimitsTest {

  @Test
  void declaredLimitsCountAndTheOthersFollowFromThem() {
    double none = Double.POSITIVE_INFINITY;
    assertThat(limits(Joint.Type.REVOLUTE, new Actuator("m", "j", 1, 0, 1, 2, 15, 7500)))
        .isEqualTo(new MotionLimits(2, 15, 7500));
    assertThat(limits(Joint.Type.REVOLUTE, new Actuator("m", "j", 1, 0, 1, 2)))
        .isEqualTo(new MotionLimits(2, 8, 160));
    assertThat(limits(Joint.Type.REVOLUTE, new Actuator("m", "j", 1, 0, 1, none, 3, none)))
        .isEqualTo(new MotionLimits(1, 3, 60));
    assertThat(limits(Joint.Type.PRISMATIC)).isEqualTo(new MotionLimits(0.1, 0.4, 8));
  }

  @Test
  void theTightestOfTwoMotorsCounts() {
    Actuator strong = new Actuator("strong", "j", 1, 0, 1, 9, 90, 900);
    Actuator weak = new Actuator("weak", "j", 1, 0, 1, 2, 100, 700);
    assertThat(limits(Joint.Type.REVOLUTE, strong, weak)).isEqualTo(new MotionLimits(2, 90, 700));
  }

  @Test
  void limitsScale() {
    assertThat(new MotionLimits(2, 4, 8).scaled(0.5, 0.25, 1)).isEqualTo(new MotionLimits(1, 1, 8));
  }

  private static MotionLimits limits(Joint.Type type, Actuator... motors) {
    RobotModel robot =
        new RobotModel(
            "robot",
            "base",
            List.of(
                new Link("base", Optional.empty(), List.of()),
                new Link("link", Optional.empty(), List.of())),
            List.of(
                new Joint(
                    "j", type, "base", "link", Vec3.ZERO, Quat.IDENTITY, Vec3.X, -1, 1, 0, 0, 0)),
            List.of(motors));
    return MotionLimits.of(robot).get(0);
  }
}
