package org.dextwin.dynamics.jointwise;

import java.nio.file.Path;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.api.spi.Settings;
import org.dextwin.dynamics.jointwise.internal.residual.ResidualPolicy;
import org.dextwin.learning.compute.Kernels;

/** Reads corrections that were trained before. */
public final class ResidualPolicyProvider
    implements ComponentProvider<Policy, ResidualPolicyProvider.Config> {

  /**
   * Which corrections of which policy.
   *
   * @param base the base policy
   * @param checkpoint file of a finished training
   */
  public record Config(
      @Key(doc = "The base policy, whose targets are corrected.") ComponentRef<Policy> base,
      @Key(doc = "File of a finished training, residual.safetensors.", path = PathKind.FILE)
          Path checkpoint) {}

  /** For the service loader. */
  public ResidualPolicyProvider() {}

  @Override
  public Class<Policy> type() {
    return Policy.class;
  }

  @Override
  public String name() {
    return ResidualPolicy.KIND;
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public Policy create(Config config, ComponentContext context) {
    return ResidualPolicy.read(config.checkpoint(), context.resolve(config.base()), Kernels.best());
  }
}
