package org.dextwin.testkit.robot;

import java.util.Map;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.Subject;

/** The fake driver keeps the contract. */
public final class FakeDriverTest extends HandDriverContract<FakeDrivenHandProvider.Config> {

  @Override
  protected ComponentProvider<Hand, FakeDrivenHandProvider.Config> provider() {
    return Subject.providerOr(new FakeDrivenHandProvider());
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of();
  }
}
