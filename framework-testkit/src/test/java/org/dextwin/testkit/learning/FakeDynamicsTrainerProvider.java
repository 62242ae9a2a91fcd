package org.dextwin.testkit.learning;

import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Makes trainers of lagging joints. */
public final class FakeDynamicsTrainerProvider
    implements ComponentProvider<DynamicsTrainer, FakeDynamicsTrainerProvider.Config> {

  /** Nothing to configure. */
  public record Config() {}

  @Override
  public Class<DynamicsTrainer> type() {
    return DynamicsTrainer.class;
  }

  @Override
  public String name() {
    return "fake-dynamics-trainer";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public DynamicsTrainer create(Config config, ComponentContext context) {
    return new FakeDynamicsTrainer();
  }
}
