package org.dextwin.hand.leap;

import java.util.Map;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.robot.HandContract;

final class LeapContractTest extends HandContract<LeapConfig> {

  @Override
  protected ComponentProvider<Hand, LeapConfig> provider() {
    return new LeapProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("side", "right");
  }
}
