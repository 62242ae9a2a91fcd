package org.dextwin.testkit.sim;

import java.util.Map;
import java.util.Set;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.SimulatorFeature;
import org.dextwin.api.sim.SimulatorOptions;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** A simulator that opts out of contact, robots and gradients keeps the contract by refusals. */
final class FreeBodySimulatorTest extends SimulatorContract<SimulatorOptions> {

  /** Makes simulators of free bodies alone. */
  public static final class Provider implements ComponentProvider<Simulator, SimulatorOptions> {

    @Override
    public Class<Simulator> type() {
      return Simulator.class;
    }

    @Override
    public String name() {
      return "fake-free-body";
    }

    @Override
    public SimulatorOptions configure(Settings settings) {
      return settings.options(SimulatorOptions.class);
    }

    @Override
    public Simulator create(SimulatorOptions options, ComponentContext context) {
      return new FakeSimulator(options.timeStepS(), Set.of(SimulatorFeature.FREE_BODIES));
    }
  }

  @Override
  protected ComponentProvider<Simulator, SimulatorOptions> provider() {
    return new Provider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of();
  }
}
