package org.dextwin.sim.semiimplicit;

import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Provides the simulator {@code position-based}. */
public final class PositionBasedProvider
    implements ComponentProvider<Simulator, PositionBasedConfig> {

  /** For the service loader. */
  public PositionBasedProvider() {}

  @Override
  public Class<Simulator> type() {
    return Simulator.class;
  }

  @Override
  public String name() {
    return "position-based";
  }

  @Override
  public PositionBasedConfig configure(Settings settings) {
    return settings.as(PositionBasedConfig.class);
  }

  @Override
  public Simulator create(PositionBasedConfig config, ComponentContext context) {
    return new PositionBasedSimulator(config.simulator().timeStepS(), config.iterations());
  }
}
