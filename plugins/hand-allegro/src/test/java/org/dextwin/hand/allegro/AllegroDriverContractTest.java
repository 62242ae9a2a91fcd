package org.dextwin.hand.allegro;

import java.util.Map;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.robot.HandDriverContract;

final class AllegroDriverContractTest extends HandDriverContract<AllegroConfig> {

  @Override
  protected ComponentProvider<Hand, AllegroConfig> provider() {
    return new AllegroProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("driver", Map.of("type", "twin", "twin", Map.of("waits", false)));
  }
}
