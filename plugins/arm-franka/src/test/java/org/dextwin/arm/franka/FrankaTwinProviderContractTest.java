package org.dextwin.arm.franka;

import java.util.Map;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.ProviderContract;

final class FrankaTwinProviderContractTest
    extends ProviderContract<FrankaDriver, FrankaTwinProvider.Config> {

  @Override
  protected ComponentProvider<FrankaDriver, FrankaTwinProvider.Config> provider() {
    return new FrankaTwinProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("ros", Map.of("controller", "panda_arm_controller"));
  }
}
