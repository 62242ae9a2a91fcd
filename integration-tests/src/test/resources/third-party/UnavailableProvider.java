package com.example.engines;

import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.SimulatorOptions;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.api.spi.Settings;

/** An engine whose native library no machine has. */
public final class UnavailableProvider implements ComponentProvider<Simulator, SimulatorOptions> {

  @Override
  public Class<Simulator> type() {
    return Simulator.class;
  }

  @Override
  public String name() {
    return "unavailable";
  }

  @Override
  public SimulatorOptions configure(Settings settings) {
    return settings.options(SimulatorOptions.class);
  }

  @Override
  public Simulator create(SimulatorOptions options, ComponentContext context) {
    throw new ComponentUnavailableException("libengine.so is missing", "apt install libengine");
  }
}
