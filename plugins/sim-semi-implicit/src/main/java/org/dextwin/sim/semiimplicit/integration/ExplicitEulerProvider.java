package org.dextwin.sim.semiimplicit.integration;

/** Provides the integrator {@code explicit-euler}: D-REX Eq. 28 and 29. */
public final class ExplicitEulerProvider extends IntegratorProvider {

  /** For the service loader. */
  public ExplicitEulerProvider() {
    super(
        "explicit-euler",
        new FixedStepIntegrator(1, ExplicitEuler::new, DifferentiableExplicitEuler::new));
  }
}
