package org.dextwin.dynamics.jointwise;

import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;
import org.dextwin.dynamics.jointwise.internal.residual.ResidualConfig;
import org.dextwin.dynamics.jointwise.internal.residual.ResidualPolicy;
import org.dextwin.dynamics.jointwise.internal.residual.ResidualTrainer;
import org.dextwin.learning.compute.Kernels;

/** Makes trainers of policies that correct others for the difference between two worlds. */
public final class ResidualTrainerProvider
    implements ComponentProvider<PolicyTrainer, ResidualConfig> {

  /** For the service loader. */
  public ResidualTrainerProvider() {}

  @Override
  public Class<PolicyTrainer> type() {
    return PolicyTrainer.class;
  }

  @Override
  public String name() {
    return ResidualPolicy.KIND;
  }

  @Override
  public ResidualConfig configure(Settings settings) {
    return settings.as(ResidualConfig.class);
  }

  @Override
  public PolicyTrainer create(ResidualConfig config, ComponentContext context) {
    return new ResidualTrainer(
        config,
        config.base().map(context::resolve),
        config.dynamics().map(context::resolve),
        Kernels.best());
  }
}
