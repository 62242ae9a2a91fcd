package org.dextwin.experiments.hardware;

import java.util.List;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/**
 * Provides the experiment {@code record}: the robot is watched while it holds still or is moved by
 * hand, with the sensors beside it.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class RecordProvider
    implements ComponentProvider<Experiment, RecordProvider.Configured> {

  /**
   * What was configured.
   *
   * @param keys the settings
   * @param robot the robot
   */
  record Configured(RecordConfig keys, RobotChoice.Ref robot) {}

  /** Makes the provider. */
  public RecordProvider() {}

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return "record";
  }

  @Override
  public Configured configure(Settings settings) {
    RecordConfig keys = settings.as(RecordConfig.class);
    return new Configured(keys, keys.robot().in(settings));
  }

  @Override
  public Experiment create(Configured config, ComponentContext context) {
    return new Watch(
        config.keys(),
        config.robot().resolve(context),
        Gauge.resolve(config.keys().sources(), context));
  }

  private record Watch(RecordConfig config, Robot robot, List<Gauge> gauges) implements Experiment {

    @Override
    public void run(ExperimentContext context) {
      new Session(robot, gauges, config.loop(), "record").watch(context, config.durationS());
    }

    @Override
    public void close() {
      // the robot belongs to the assembly
    }
  }
}
