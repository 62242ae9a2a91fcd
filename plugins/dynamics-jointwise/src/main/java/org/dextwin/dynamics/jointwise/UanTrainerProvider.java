package org.dextwin.dynamics.jointwise;

import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;
import org.dextwin.learning.compute.Kernels;

/** Makes trainers of compensators with one network for every joint. */
public final class UanTrainerProvider
    implements ComponentProvider<DynamicsTrainer, CompensatorConfig> {

  /** For the service loader. */
  public UanTrainerProvider() {}

  @Override
  public Class<DynamicsTrainer> type() {
    return DynamicsTrainer.class;
  }

  @Override
  public String name() {
    return CompensatorShape.Kind.UAN.label();
  }

  @Override
  public CompensatorConfig configure(Settings settings) {
    return settings.as(CompensatorConfig.class);
  }

  @Override
  public DynamicsTrainer create(CompensatorConfig config, ComponentContext context) {
    return new CompensatorTrainer(CompensatorShape.Kind.UAN, config, Kernels.best());
  }
}
