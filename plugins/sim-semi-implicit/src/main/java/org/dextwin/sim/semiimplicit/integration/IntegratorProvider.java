package org.dextwin.sim.semiimplicit.integration;

import org.dextwin.api.sim.Integrator;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** What the providers of integrators without keys share. */
abstract class IntegratorProvider implements ComponentProvider<Integrator, NoKeys> {

  private final String name;
  private final FixedStepIntegrator integrator;

  IntegratorProvider(String name, FixedStepIntegrator integrator) {
    this.name = name;
    this.integrator = integrator;
  }

  @Override
  public final Class<Integrator> type() {
    return Integrator.class;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final NoKeys configure(Settings settings) {
    return settings.as(NoKeys.class);
  }

  @Override
  public final Integrator create(NoKeys config, ComponentContext context) {
    return integrator;
  }
}
