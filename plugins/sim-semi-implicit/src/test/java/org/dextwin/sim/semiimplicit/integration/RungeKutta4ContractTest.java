package org.dextwin.sim.semiimplicit.integration;

import java.util.Map;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.sim.IntegratorContract;

class RungeKutta4ContractTest extends IntegratorContract<NoKeys> {

  @Override
  protected ComponentProvider<Integrator, NoKeys> provider() {
    return new RungeKutta4Provider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of();
  }
}
