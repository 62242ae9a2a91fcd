package org.dextwin.testkit.learning;

import java.util.Map;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.Subject;

/** The fake policy keeps the contract. */
public final class FakePolicyTest extends PolicyContract<FakePolicyProvider.Config> {

  @Override
  protected ComponentProvider<Policy, FakePolicyProvider.Config> provider() {
    return Subject.providerOr(new FakePolicyProvider());
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of();
  }
}
