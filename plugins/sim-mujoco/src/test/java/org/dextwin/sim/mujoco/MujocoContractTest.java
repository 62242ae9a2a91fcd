package org.dextwin.sim.mujoco;

import java.util.Map;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.sim.SimulatorContract;

class MujocoContractTest extends SimulatorContract<MujocoConfig> {

  @Override
  protected ComponentProvider<Simulator, MujocoConfig> provider() {
    return new MujocoProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of();
  }
}
