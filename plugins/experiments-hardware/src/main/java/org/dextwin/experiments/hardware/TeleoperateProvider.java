package org.dextwin.experiments.hardware;

import java.util.List;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.robot.FingertipForceDriver;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.Settings;

/**
 * Provides the experiment {@code teleoperate}: the robot follows an operator's input as it comes,
 * here out of a recorded stream, no faster than it may and within its safety envelope.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class TeleoperateProvider
    implements ComponentProvider<Experiment, TeleoperateProvider.Configured> {

  /**
   * What was configured.
   *
   * @param keys the settings
   * @param robot the robot
   */
  record Configured(TeleoperateConfig keys, RobotChoice.Ref robot) {}

  /** Makes the provider. */
  public TeleoperateProvider() {}

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return "teleoperate";
  }

  @Override
  public Configured configure(Settings settings) {
    TeleoperateConfig keys = settings.as(TeleoperateConfig.class);
    return new Configured(keys, keys.robot().in(settings));
  }

  @Override
  public Experiment create(Configured config, ComponentContext context) {
    Robot robot = config.robot().resolve(context);
    OperatorStream stream = OperatorStream.read(config.keys().stream(), robot);
    if (stream.hasForces() && !(robot.driver() instanceof FingertipForceDriver)) {
      throw new InvalidInputException(
          stream.file()
              + ": has forces of fingertips, which the driver of '"
              + robot.model().name()
              + "' takes none of; remove their columns");
    }
    return new Teleoperate(
        config.keys(), robot, stream, Gauge.resolve(config.keys().sources(), context));
  }

  private record Teleoperate(
      TeleoperateConfig config, Robot robot, OperatorStream stream, List<Gauge> gauges)
      implements Experiment {

    @Override
    public void run(ExperimentContext context) {
      new Session(robot, gauges, config.loop(), "teleoperate")
          .move(context, start -> new Teleoperation(config, robot, stream, start));
    }

    @Override
    public void close() {
      // the robot belongs to the assembly
    }
  }
}
