package org.dextwin.hand.leap;

import java.util.Map;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.ProviderContract;

final class LeapDynamixelProviderContractTest
    extends ProviderContract<LeapDriver, LeapDynamixelProvider.Config> {

  @Override
  protected ComponentProvider<LeapDriver, LeapDynamixelProvider.Config> provider() {
    return new LeapDynamixelProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("port", "/dev/ttyUSB0", "bus", Map.of("current-cap-ma", 300));
  }
}
