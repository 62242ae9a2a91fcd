package org.dextwin.testkit.learning;

import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Makes trainers of linear policies. */
public final class FakePolicyTrainerProvider
    implements ComponentProvider<PolicyTrainer, FakePolicyTrainerProvider.Config> {

  /** Nothing to configure. */
  public record Config() {}

  @Override
  public Class<PolicyTrainer> type() {
    return PolicyTrainer.class;
  }

  @Override
  public String name() {
    return "fake-policy-trainer";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public PolicyTrainer create(Config config, ComponentContext context) {
    return new FakePolicyTrainer();
  }
}
