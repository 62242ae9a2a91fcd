package org.dextwin.hand.allegro;

import java.util.Map;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.ProviderContract;

final class AllegroTwinProviderContractTest
    extends ProviderContract<AllegroDriver, AllegroTwinProvider.Config> {

  @Override
  protected ComponentProvider<AllegroDriver, AllegroTwinProvider.Config> provider() {
    return new AllegroTwinProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of();
  }
}
