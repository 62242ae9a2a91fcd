package org.dextwin.experiments.hardware;

import java.util.List;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/**
 * Provides the experiment {@code replay}: the robot does again what a log recorded, within its
 * safety envelope.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class ReplayProvider
    implements ComponentProvider<Experiment, ReplayProvider.Configured> {

  /**
   * What was configured.
   *
   * @param keys the settings
   * @param robot the robot
   */
  record Configured(ReplayConfig keys, RobotChoice.Ref robot) {}

  /** Makes the provider. */
  public ReplayProvider() {}

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public Configured configure(Settings settings) {
    ReplayConfig keys = settings.as(ReplayConfig.class);
    return new Configured(keys, keys.robot().in(settings));
  }

  @Override
  public Experiment create(Configured config, ComponentContext context) {
    Robot robot = config.robot().resolve(context);
    return new Replay(
        config.keys(),
        robot,
        Track.read(config.keys().log(), robot, config.keys().columns()),
        Gauge.resolve(config.keys().sources(), context));
  }

  private record Replay(ReplayConfig config, Robot robot, Track track, List<Gauge> gauges)
      implements Experiment {

    @Override
    public void run(ExperimentContext context) {
      new Session(robot, gauges, config.loop(), "replay")
          .move(context, start -> Playback.of(start, config.approachSpeedRadPerS(), track));
    }

    @Override
    public void close() {
      // the robot belongs to the assembly
    }
  }
}
