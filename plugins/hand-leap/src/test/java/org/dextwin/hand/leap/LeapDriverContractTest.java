package org.dextwin.hand.leap;

import java.util.Map;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.robot.HandDriverContract;

final class LeapDriverContractTest extends HandDriverContract<LeapConfig> {

  @Override
  protected ComponentProvider<Hand, LeapConfig> provider() {
    return new LeapProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("driver", Map.of("type", "twin", "twin", Map.of("waits", false)));
  }
}
