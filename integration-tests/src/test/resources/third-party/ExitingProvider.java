package com.example.engines;

import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.SimulatorOptions;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** An engine that ends the program as soon as it is made. */
public final class ExitingProvider implements ComponentProvider<Simulator, SimulatorOptions> {

  public ExitingProvider() {
    System.exit(0);
  }

  @Override
  public Class<Simulator> type() {
    return Simulator.class;
  }

  @Override
  public String name() {
    return "exiting";
  }

  @Override
  public SimulatorOptions configure(Settings settings) {
    return settings.options(SimulatorOptions.class);
  }

  @Override
  public Simulator create(SimulatorOptions options, ComponentContext context) {
    throw new UnsupportedOperationException();
  }
}
