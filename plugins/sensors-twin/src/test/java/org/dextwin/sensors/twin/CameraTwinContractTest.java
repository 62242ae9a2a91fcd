package org.dextwin.sensors.twin;

import java.util.Map;
import org.dextwin.api.perception.Camera;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.perception.CameraContract;

class CameraTwinContractTest extends CameraContract<CameraTwinProvider.Config> {

  @Override
  protected ComponentProvider<Camera, CameraTwinProvider.Config> provider() {
    return new CameraTwinProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("timing", Map.of("rate-hz", 50.0, "clock-offset-s", -3.0));
  }
}
