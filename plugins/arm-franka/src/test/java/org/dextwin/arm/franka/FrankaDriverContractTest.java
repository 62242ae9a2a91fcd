package org.dextwin.arm.franka;

import java.util.Map;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.robot.ArmDriverContract;

final class FrankaDriverContractTest extends ArmDriverContract<FrankaConfig> {

  @Override
  protected ComponentProvider<Arm, FrankaConfig> provider() {
    return new FrankaProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of(
        "variant", "fer", "driver", Map.of("type", "twin", "twin", Map.of("waits", false)));
  }
}
