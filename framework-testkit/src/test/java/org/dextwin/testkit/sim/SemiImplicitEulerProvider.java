package org.dextwin.testkit.sim;

import org.dextwin.api.sim.AccelerationField;
import org.dextwin.api.sim.DifferentiableAccelerationField;
import org.dextwin.api.sim.DifferentiableIntegrator;
import org.dextwin.api.sim.DifferentiableStepper;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.Stepper;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Makes semi-implicit Euler integrators. */
public final class SemiImplicitEulerProvider
    implements ComponentProvider<Integrator, SemiImplicitEulerProvider.Config> {

  /** Nothing to configure. */
  public record Config() {}

  @Override
  public Class<Integrator> type() {
    return Integrator.class;
  }

  @Override
  public String name() {
    return "fake-euler";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public Integrator create(Config config, ComponentContext context) {
    return new DifferentiableIntegrator() {
      @Override
      public DifferentiableStepper stepper(DifferentiableAccelerationField field) {
        return new DifferentiableEulerStepper(field);
      }

      @Override
      public Stepper stepper(AccelerationField field) {
        return new EulerStepper(field);
      }

      @Override
      public int order() {
        return 1;
      }

      @Override
      public void close() {}
    };
  }
}
