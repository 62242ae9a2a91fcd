package org.dextwin.hand.leap;

import java.util.Map;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.ProviderContract;

final class LeapTwinProviderContractTest
    extends ProviderContract<LeapDriver, LeapTwinProvider.Config> {

  @Override
  protected ComponentProvider<LeapDriver, LeapTwinProvider.Config> provider() {
    return new LeapTwinProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("dropped", 0.1, "corrupted", 0.2);
  }
}
