package org.dextwin.sim.semiimplicit;

import java.util.Map;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.sim.SimulatorContract;

class PositionBasedContractTest extends SimulatorContract<PositionBasedConfig> {

  @Override
  protected ComponentProvider<Simulator, PositionBasedConfig> provider() {
    return new PositionBasedProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("iterations", 30);
  }
}
