package org.dextwin.dynamics.jointwise;

import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;
import org.dextwin.learning.compute.Kernels;

/** Makes trainers of models that predict all joints from the history of all. */
public final class WholeHandTrainerProvider
    implements ComponentProvider<DynamicsTrainer, DynamicsConfig> {

  /** For the service loader. */
  public WholeHandTrainerProvider() {}

  @Override
  public Class<DynamicsTrainer> type() {
    return DynamicsTrainer.class;
  }

  @Override
  public String name() {
    return Factorisation.HAND.label();
  }

  @Override
  public DynamicsConfig configure(Settings settings) {
    return settings.as(DynamicsConfig.class);
  }

  @Override
  public DynamicsTrainer create(DynamicsConfig config, ComponentContext context) {
    return new FactorisedTrainer(Factorisation.HAND, config, Kernels.best());
  }
}
