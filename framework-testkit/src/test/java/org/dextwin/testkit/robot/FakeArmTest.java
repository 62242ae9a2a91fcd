package org.dextwin.testkit.robot;

import java.util.Map;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.Subject;

/** The fake arm keeps the contract. */
public final class FakeArmTest extends ArmContract<FakeArmProvider.Config> {

  @Override
  protected ComponentProvider<Arm, FakeArmProvider.Config> provider() {
    return Subject.providerOr(new FakeArmProvider());
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("length-m", 0.4);
  }
}
