package org.dextwin.testkit.sim;

import java.util.Map;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.SimulatorOptions;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.Subject;

/** The fake simulator keeps the contract. */
public final class FakeSimulatorTest extends DifferentiableSimulationContract<SimulatorOptions> {

  @Override
  protected ComponentProvider<Simulator, SimulatorOptions> provider() {
    return Subject.providerOr(new FakeSimulatorProvider());
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of();
  }
}
