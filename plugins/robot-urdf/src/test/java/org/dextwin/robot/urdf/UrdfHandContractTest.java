package org.dextwin.robot.urdf;

import java.util.Map;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.robot.HandContract;

final class UrdfHandContractTest extends HandContract<UrdfHandConfig> {

  @Override
  protected ComponentProvider<Hand, UrdfHandConfig> provider() {
    return new UrdfHandProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("model", Robots.file("tripod.urdf").toString());
  }
}
