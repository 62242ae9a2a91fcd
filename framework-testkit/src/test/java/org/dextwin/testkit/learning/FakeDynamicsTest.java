package org.dextwin.testkit.learning;

import java.util.Map;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.Subject;

/** The fake dynamics keep the contract. */
public final class FakeDynamicsTest extends DynamicsModelContract<FakeDynamicsProvider.Config> {

  @Override
  protected ComponentProvider<DynamicsModel, FakeDynamicsProvider.Config> provider() {
    return Subject.providerOr(new FakeDynamicsProvider());
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of();
  }
}
