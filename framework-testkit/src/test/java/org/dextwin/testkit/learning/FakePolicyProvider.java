package org.dextwin.testkit.learning;

import org.dextwin.api.learning.Policy;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Makes linear policies. */
public final class FakePolicyProvider
    implements ComponentProvider<Policy, FakePolicyProvider.Config> {

  /** Nothing to configure. */
  public record Config() {}

  @Override
  public Class<Policy> type() {
    return Policy.class;
  }

  @Override
  public String name() {
    return "fake-policy";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public Policy create(Config config, ComponentContext context) {
    return new FakePolicy(new float[] {1, -1, 0});
  }
}
