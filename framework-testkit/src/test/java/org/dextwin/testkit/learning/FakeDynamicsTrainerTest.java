package org.dextwin.testkit.learning;

import java.util.Map;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.Subject;

/** The fake trainer of dynamics keeps the contract. */
public final class FakeDynamicsTrainerTest
    extends DynamicsTrainerContract<FakeDynamicsTrainerProvider.Config> {

  @Override
  protected ComponentProvider<DynamicsTrainer, FakeDynamicsTrainerProvider.Config> provider() {
    return Subject.providerOr(new FakeDynamicsTrainerProvider());
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of();
  }
}
