package org.dextwin.experiments.hardware;

import java.util.List;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/**
 * Provides the experiment {@code hello-device}: a small motion there and back.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class HelloProvider
    implements ComponentProvider<Experiment, HelloProvider.Configured> {

  /**
   * What was configured.
   *
   * @param keys the settings
   * @param robot the robot
   */
  record Configured(HelloConfig keys, RobotChoice.Ref robot) {}

  /** Makes the provider. */
  public HelloProvider() {}

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return "hello-device";
  }

  @Override
  public Configured configure(Settings settings) {
    HelloConfig keys = settings.as(HelloConfig.class);
    return new Configured(keys, keys.robot().in(settings));
  }

  @Override
  public Experiment create(Configured config, ComponentContext context) {
    return new Hello(config.keys(), config.robot().resolve(context));
  }

  private record Hello(HelloConfig config, Robot robot) implements Experiment {

    @Override
    public void run(ExperimentContext context) {
      new Session(robot, List.of(), config.loop(), "hello")
          .move(
              context,
              start -> Wave.of(robot.joints(), start, config.amplitudeRad(), config.durationS()));
    }

    @Override
    public void close() {
      // the robot belongs to the assembly
    }
  }
}
