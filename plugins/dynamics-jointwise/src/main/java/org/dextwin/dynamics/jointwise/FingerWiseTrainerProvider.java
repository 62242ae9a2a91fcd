package org.dextwin.dynamics.jointwise;

import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;
import org.dextwin.learning.compute.Kernels;

/** Makes trainers of models that predict each finger from its own history. */
public final class FingerWiseTrainerProvider
    implements ComponentProvider<DynamicsTrainer, DynamicsConfig> {

  /** For the service loader. */
  public FingerWiseTrainerProvider() {}

  @Override
  public Class<DynamicsTrainer> type() {
    return DynamicsTrainer.class;
  }

  @Override
  public String name() {
    return Factorisation.FINGER.label();
  }

  @Override
  public DynamicsConfig configure(Settings settings) {
    return settings.as(DynamicsConfig.class);
  }

  @Override
  public DynamicsTrainer create(DynamicsConfig config, ComponentContext context) {
    return new FactorisedTrainer(Factorisation.FINGER, config, Kernels.best());
  }
}
