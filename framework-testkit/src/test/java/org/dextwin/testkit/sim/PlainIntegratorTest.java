package org.dextwin.testkit.sim;

import java.util.Map;
import org.dextwin.api.sim.AccelerationField;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.Stepper;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** An integrator that opts out of derivatives keeps the contract. */
final class PlainIntegratorTest extends IntegratorContract<PlainIntegratorTest.Config> {

  /** Nothing to configure. */
  record Config() {}

  /** Makes integrators without derivatives. */
  public static final class Provider implements ComponentProvider<Integrator, Config> {

    @Override
    public Class<Integrator> type() {
      return Integrator.class;
    }

    @Override
    public String name() {
      return "fake-plain-euler";
    }

    @Override
    public Config configure(Settings settings) {
      return settings.as(Config.class);
    }

    @Override
    public Integrator create(Config config, ComponentContext context) {
      return new Integrator() {
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

  @Override
  protected ComponentProvider<Integrator, Config> provider() {
    return new Provider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of();
  }

  @Override
  protected boolean differentiable() {
    return false;
  }
}
