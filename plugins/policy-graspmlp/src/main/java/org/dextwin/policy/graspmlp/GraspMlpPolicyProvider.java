package org.dextwin.policy.graspmlp;

import java.nio.file.Path;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.api.spi.Settings;
import org.dextwin.learning.compute.Kernels;

/** Reads grasp policies that were trained before. */
public final class GraspMlpPolicyProvider
    implements ComponentProvider<Policy, GraspMlpPolicyProvider.Config> {

  /**
   * Which policy.
   *
   * @param checkpoint file of a finished training
   */
  public record Config(
      @Key(doc = "File of a finished training, graspmlp.safetensors.", path = PathKind.FILE)
          Path checkpoint) {}

  /** For the service loader. */
  public GraspMlpPolicyProvider() {}

  @Override
  public Class<Policy> type() {
    return Policy.class;
  }

  @Override
  public String name() {
    return GraspMlpPolicy.KIND;
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public Policy create(Config config, ComponentContext context) {
    return GraspMlpPolicy.read(config.checkpoint(), Kernels.best());
  }
}
