package org.dextwin.sim.semiimplicit;

import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Provides the simulator {@code semi-implicit}. */
public final class SemiImplicitProvider
    implements ComponentProvider<Simulator, SemiImplicitConfig> {

  /** For the service loader. */
  public SemiImplicitProvider() {}

  @Override
  public Class<Simulator> type() {
    return Simulator.class;
  }

  @Override
  public String name() {
    return "semi-implicit";
  }

  @Override
  public SemiImplicitConfig configure(Settings settings) {
    return settings.as(SemiImplicitConfig.class);
  }

  @Override
  public Simulator create(SemiImplicitConfig config, ComponentContext context) {
    return new SemiImplicitSimulator(
        config.simulator().timeStepS(), context.resolve(config.integrator()), config.options());
  }
}
