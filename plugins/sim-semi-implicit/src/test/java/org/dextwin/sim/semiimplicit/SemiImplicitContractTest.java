package org.dextwin.sim.semiimplicit;

import java.util.Map;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.sim.DifferentiableSimulationContract;

class SemiImplicitContractTest extends DifferentiableSimulationContract<SemiImplicitConfig> {

  @Override
  protected ComponentProvider<Simulator, SemiImplicitConfig> provider() {
    return new SemiImplicitProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("integrator", Map.of("type", "semi-implicit-euler"));
  }
}
