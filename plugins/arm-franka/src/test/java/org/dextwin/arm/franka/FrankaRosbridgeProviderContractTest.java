package org.dextwin.arm.franka;

import java.util.Map;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.ProviderContract;

final class FrankaRosbridgeProviderContractTest
    extends ProviderContract<FrankaDriver, FrankaRosbridgeProvider.Config> {

  @Override
  protected ComponentProvider<FrankaDriver, FrankaRosbridgeProvider.Config> provider() {
    return new FrankaRosbridgeProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("url", "ws://localhost:9090", "ros", Map.of("horizon-ms", 50));
  }
}
