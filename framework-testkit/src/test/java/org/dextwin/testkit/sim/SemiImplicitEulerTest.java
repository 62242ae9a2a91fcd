package org.dextwin.testkit.sim;

import java.util.Map;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.Subject;

/** A differentiable integrator keeps the contract. */
public final class SemiImplicitEulerTest
    extends IntegratorContract<SemiImplicitEulerProvider.Config> {

  @Override
  protected ComponentProvider<Integrator, SemiImplicitEulerProvider.Config> provider() {
    return Subject.providerOr(new SemiImplicitEulerProvider());
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of();
  }
}
