package org.dextwin.experiments.simulate;

import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.sim.ModelFileSimulator;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.Settings;

/**
 * Provides the experiment {@code simulate}.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class SimulateProvider implements ComponentProvider<Experiment, SimulateConfig> {

  /** Makes the provider. */
  public SimulateProvider() {}

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return "simulate";
  }

  @Override
  public SimulateConfig configure(Settings settings) {
    return settings.as(SimulateConfig.class);
  }

  @Override
  public Experiment create(SimulateConfig config, ComponentContext context) {
    Simulator simulator = context.resolve(config.simulator());
    World world =
        config
            .scene()
            .<World>map(
                scene ->
                    new SceneWorld(
                        scene,
                        config.motion(),
                        scene.robot().map(placement -> robot(placement, context))))
            .orElseGet(() -> modelWorld(config, simulator));
    return new Simulate(config, simulator, world);
  }

  private static RobotModel robot(SceneConfig.Placement placement, ComponentContext context) {
    return placement instanceof SceneConfig.ArmPlacement arm
        ? context.resolve(arm.arm()).model().robot()
        : context.resolve(((SceneConfig.HandPlacement) placement).hand()).model().robot();
  }

  private static World modelWorld(SimulateConfig config, Simulator simulator) {
    if (simulator instanceof ModelFileSimulator) {
      return new ModelWorld(config.model().orElseThrow(), config.motion());
    }
    String path = config.simulator().path();
    throw new InvalidInputException(
        "model = %s needs an engine that opens model files (feature MODEL_FILES), such as mujoco;"
                .formatted(config.model().orElseThrow())
            + " the one at '%s' has %s. Add --set %s.type=mujoco"
                .formatted(path, simulator.features(), path));
  }
}
