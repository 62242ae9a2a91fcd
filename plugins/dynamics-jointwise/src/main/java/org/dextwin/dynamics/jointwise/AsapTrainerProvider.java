package org.dextwin.dynamics.jointwise;

import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;
import org.dextwin.learning.compute.Kernels;

/** Makes trainers of compensators with one network for the whole hand. */
public final class AsapTrainerProvider
    implements ComponentProvider<DynamicsTrainer, CompensatorConfig> {

  /** For the service loader. */
  public AsapTrainerProvider() {}

  @Override
  public Class<DynamicsTrainer> type() {
    return DynamicsTrainer.class;
  }

  @Override
  public String name() {
    return CompensatorShape.Kind.ASAP.label();
  }

  @Override
  public CompensatorConfig configure(Settings settings) {
    return settings.as(CompensatorConfig.class);
  }

  @Override
  public DynamicsTrainer create(CompensatorConfig config, ComponentContext context) {
    return new CompensatorTrainer(CompensatorShape.Kind.ASAP, config, Kernels.best());
  }
}
