package com.example.engines;

import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.SimulatorOptions;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** An engine that talks where results belong. */
public final class PrintingProvider implements ComponentProvider<Simulator, SimulatorOptions> {

  public PrintingProvider() {
    System.out.println("hello from a plugin");
  }

  @Override
  public Class<Simulator> type() {
    return Simulator.class;
  }

  @Override
  public String name() {
    return "printing";
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
