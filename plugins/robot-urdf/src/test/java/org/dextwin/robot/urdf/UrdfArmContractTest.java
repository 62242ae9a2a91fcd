package org.dextwin.robot.urdf;

import java.util.Map;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.robot.ArmContract;

final class UrdfArmContractTest extends ArmContract<UrdfArmConfig> {

  @Override
  protected ComponentProvider<Arm, UrdfArmConfig> provider() {
    return new UrdfArmProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("model", Robots.file("six-axis.urdf").toString());
  }
}
