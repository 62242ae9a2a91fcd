package org.dextwin.testkit.sim;

import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.SimulatorOptions;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Makes fake simulators. */
public final class FakeSimulatorProvider implements ComponentProvider<Simulator, SimulatorOptions> {

  @Override
  public Class<Simulator> type() {
    return Simulator.class;
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public SimulatorOptions configure(Settings settings) {
    return settings.options(SimulatorOptions.class);
  }

  @Override
  public Simulator create(SimulatorOptions options, ComponentContext context) {
    return new FakeSimulator(options.timeStepS());
  }
}
