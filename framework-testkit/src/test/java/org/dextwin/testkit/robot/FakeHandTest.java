package org.dextwin.testkit.robot;

import java.util.Map;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.Subject;

/** The fake hand keeps the contract. */
public final class FakeHandTest extends HandContract<FakeHandProvider.Config> {

  @Override
  protected ComponentProvider<Hand, FakeHandProvider.Config> provider() {
    return Subject.providerOr(new FakeHandProvider());
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("side", "left");
  }
}
