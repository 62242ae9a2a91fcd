package org.dextwin.sim.semiimplicit.integration;

import java.util.Map;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.sim.IntegratorContract;

class SemiImplicitEulerContractTest extends IntegratorContract<NoKeys> {

  @Override
  protected ComponentProvider<Integrator, NoKeys> provider() {
    return new SemiImplicitEulerProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of();
  }
}
