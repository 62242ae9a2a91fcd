package org.dextwin.policy.cloning;

import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;
import org.dextwin.learning.compute.Kernels;

/** Makes trainers that clone behaviour, under the name {@code cloning}. */
public final class CloningTrainerProvider
    implements ComponentProvider<PolicyTrainer, CloningConfig> {

  @Override
  public Class<PolicyTrainer> type() {
    return PolicyTrainer.class;
  }

  @Override
  public String name() {
    return ClonedPolicy.KIND;
  }

  @Override
  public CloningConfig configure(Settings settings) {
    return settings.as(CloningConfig.class);
  }

  @Override
  public PolicyTrainer create(CloningConfig config, ComponentContext context) {
    return new CloningTrainer(config, Kernels.best());
  }
}
