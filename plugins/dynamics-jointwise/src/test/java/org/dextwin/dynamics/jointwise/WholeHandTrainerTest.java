package org.dextwin.dynamics.jointwise;

import java.util.Map;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.learning.DynamicsTrainerContract;

final class WholeHandTrainerTest extends DynamicsTrainerContract<DynamicsConfig> {

  @Override
  protected ComponentProvider<DynamicsTrainer, DynamicsConfig> provider() {
    return new WholeHandTrainerProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Configs.SMALL;
  }
}
