package org.dextwin.experiments.hardware;

import java.util.List;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.Settings;

/**
 * Provides the experiment {@code reach}: the arm goes to a pose on a way that a planner finds round
 * obstacles, within its safety envelope.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class ReachProvider
    implements ComponentProvider<Experiment, ReachProvider.Configured> {

  /**
   * What was configured.
   *
   * @param keys the settings
   * @param robot the arm
   */
  record Configured(ReachConfig keys, RobotChoice.Ref robot) {}

  /** Makes the provider. */
  public ReachProvider() {}

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return "reach";
  }

  @Override
  public Configured configure(Settings settings) {
    return new Configured(settings.as(ReachConfig.class), RobotChoice.ARM.in(settings));
  }

  @Override
  public Experiment create(Configured config, ComponentContext context) {
    Robot robot = config.robot().resolve(context);
    ArmModel arm = robot.arm().orElseThrow();
    config.keys().link().ifPresent(link -> requireLink(arm, link));
    return new Reaching(
        config.keys(),
        robot,
        arm,
        context.resolve(config.keys().planner()),
        Gauge.resolve(config.keys().sources(), context));
  }

  private static void requireLink(ArmModel arm, String link) {
    try {
      arm.robot().link(link);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("link: " + e.getMessage(), e);
    }
  }

  private record Reaching(
      ReachConfig config, Robot robot, ArmModel arm, MotionPlanner planner, List<Gauge> gauges)
      implements Experiment {

    @Override
    public void run(ExperimentContext context) {
      new Session(robot, gauges, config.loop(), "reach")
          .move(context, start -> new Reach(config, arm, robot.order(), start, planner));
    }

    @Override
    public void close() {
      // the robot belongs to the assembly
    }
  }
}
