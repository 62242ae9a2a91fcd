package org.dextwin.testkit.learning;

import java.util.Map;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.Subject;

/** The fake trainer of policies keeps the contract. */
public final class FakePolicyTrainerTest
    extends PolicyTrainerContract<FakePolicyTrainerProvider.Config> {

  @Override
  protected ComponentProvider<PolicyTrainer, FakePolicyTrainerProvider.Config> provider() {
    return Subject.providerOr(new FakePolicyTrainerProvider());
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of();
  }

  @Override
  protected Task task() {
    return new FakeTask();
  }
}
