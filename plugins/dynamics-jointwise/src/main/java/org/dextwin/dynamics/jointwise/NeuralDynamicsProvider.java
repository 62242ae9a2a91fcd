package org.dextwin.dynamics.jointwise;

import java.nio.file.Path;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.api.spi.Settings;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.compute.Kernels;

/** Reads dynamics models that were trained before, of whatever kind. */
public final class NeuralDynamicsProvider
    implements ComponentProvider<DynamicsModel, NeuralDynamicsProvider.Config> {

  /**
   * Which model.
   *
   * @param checkpoint file of a finished training
   */
  public record Config(
      @Key(
              doc =
                  "File of a finished training by joint-wise, finger-wise, whole-hand, uan or asap,"
                      + " dynamics.safetensors.",
              path = PathKind.FILE)
          Path checkpoint) {}

  /** For the service loader. */
  public NeuralDynamicsProvider() {}

  @Override
  public Class<DynamicsModel> type() {
    return DynamicsModel.class;
  }

  @Override
  public String name() {
    return "neural";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public DynamicsModel create(Config config, ComponentContext context) {
    return Checkpoint.kind(config.checkpoint()).equals(CompensatedModel.KIND)
        ? CompensatedModel.read(config.checkpoint(), Kernels.best())
        : FactorisedModel.read(config.checkpoint(), Kernels.best());
  }
}
