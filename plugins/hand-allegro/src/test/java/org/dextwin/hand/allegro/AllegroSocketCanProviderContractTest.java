package org.dextwin.hand.allegro;

import java.util.Map;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.ProviderContract;

final class AllegroSocketCanProviderContractTest
    extends ProviderContract<AllegroDriver, AllegroSocketCanProvider.Config> {

  @Override
  protected ComponentProvider<AllegroDriver, AllegroSocketCanProvider.Config> provider() {
    return new AllegroSocketCanProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("can-interface", "can1");
  }
}
