package org.dextwin.policy.cloning;

import java.nio.file.Path;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.api.spi.Settings;
import org.dextwin.learning.compute.Kernels;

/** Reads policies that were cloned before, under the name {@code cloning}. */
public final class ClonedPolicyProvider
    implements ComponentProvider<Policy, ClonedPolicyProvider.Config> {

  /**
   * Which policy.
   *
   * @param checkpoint file of a finished training
   */
  public record Config(
      @Key(doc = "File of a finished training, cloning.safetensors.", path = PathKind.FILE)
          Path checkpoint) {}

  @Override
  public Class<Policy> type() {
    return Policy.class;
  }

  @Override
  public String name() {
    return ClonedPolicy.KIND;
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public Policy create(Config config, ComponentContext context) {
    return ClonedPolicy.read(config.checkpoint(), Kernels.best());
  }
}
