package org.dextwin.testkit.learning;

import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Makes lagging joints. */
public final class FakeDynamicsProvider
    implements ComponentProvider<DynamicsModel, FakeDynamicsProvider.Config> {

  /** Nothing to configure. */
  public record Config() {}

  @Override
  public Class<DynamicsModel> type() {
    return DynamicsModel.class;
  }

  @Override
  public String name() {
    return "fake-dynamics";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public DynamicsModel create(Config config, ComponentContext context) {
    return new FakeDynamics(0.05, new float[] {0.35f, 0.2f});
  }
}
