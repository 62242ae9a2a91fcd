package org.dextwin.testkit.retarget;

import java.util.Map;
import org.dextwin.api.learning.Retargeter;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.Subject;

/** The fake retargeter keeps the contract. */
public final class FakeRetargeterTest extends RetargeterContract<FakeRetargeterProvider.Config> {

  @Override
  protected ComponentProvider<Retargeter, FakeRetargeterProvider.Config> provider() {
    return Subject.providerOr(new FakeRetargeterProvider());
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of();
  }
}
