package com.acme.springlab;

import org.dextwin.api.sim.Integrator;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Makes the integrator {@code velocity-verlet}. */
public final class VelocityVerletProvider
    implements ComponentProvider<Integrator, VelocityVerletConfig> {

  @Override
  public Class<Integrator> type() {
    return Integrator.class;
  }

  @Override
  public String name() {
    return "velocity-verlet";
  }

  @Override
  public VelocityVerletConfig configure(Settings settings) {
    return settings.as(VelocityVerletConfig.class);
  }

  @Override
  public Integrator create(VelocityVerletConfig config, ComponentContext context) {
    return new VelocityVerlet();
  }
}
