package org.dextwin.experiments.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.ExperimentContract;
import org.junit.jupiter.api.Test;

class ReachContractTest extends ExperimentContract<ReachProvider.Configured> {

  private final DrivenArm arm = new DrivenArm();

  @Override
  protected ComponentProvider<Experiment, ReachProvider.Configured> provider() {
    return new ReachProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of(
        "position-m",
        List.of(0.1, 0.05, 0.0),
        "rotation-deg",
        List.of(0.0, 0.0, 0.0),
        "speed",
        1.0,
        "settle-s",
        0.1,
        "loop",
        Map.of("rate-hz", 50.0, "tolerated-misses", 50));
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with(Arm.class, arm).with(MotionPlanner.class, new StraightPlanner());
  }

  private Reach reach(Vec3 position) {
    ReachConfig config =
        new ReachConfig(
            new ComponentRef<>(MotionPlanner.class, "motion-planner"),
            new LoopConfig(50, 50),
            Map.of(),
            Optional.empty(),
            position,
            Vec3.ZERO,
            Map.of("post", new ReachConfig.Box(new Vec3(0, 0, 1), new Vec3(0.1, 0.1, 0.1))),
            0.5,
            1);
    return new Reach(
        config,
        arm.model(),
        arm.driver().orElseThrow().order(),
        new double[] {0.2, -0.1},
        new StraightPlanner());
  }

  @Test
  void theWayIsGoneAtItsShareOfTheSpeedInTheOrderOfTheDriver() {
    Reach reach = reach(new Vec3(0.3, 0.4, 0));
    assertThat(reach.durationS()).isEqualTo(1 / 0.5 + 1);
    assertThat(reach.at(0)).containsExactly(0.2, -0.1); // y, x
    assertThat(reach.at(1)).containsExactly(new double[] {0.3, 0.1}, within(1e-12));
    assertThat(reach.at(3)).containsExactly(new double[] {0.4, 0.3}, within(1e-12));
  }

  @Test
  void theResultSaysHowFarFromTheGoalTheArmEnded() {
    Reach reach = reach(new Vec3(0.3, 0.4, 0));
    JointVector measured =
        new JointVector(arm.driver().orElseThrow().order(), new double[] {0.37, 0.34});
    Item item = reach.reported(Item.empty(), measured);
    assertThat(item.number("distance_from_goal_real_time_m").orElseThrow())
        .isCloseTo(0.05, within(1e-12));
    assertThat(item.number("angle_from_goal_real_time_rad").orElseThrow())
        .isCloseTo(0, within(1e-9));
  }

  @Test
  void aPoseThatThePlannerDoesNotReachIsSaidInItsWords() {
    assertThatThrownBy(() -> reach(new Vec3(2, 0, 0)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the rails end at 1 m")
        .hasMessageContaining("position-m");
  }
}
