package org.dextwin.sim.semiimplicit.integration;

/** Provides the integrator {@code semi-implicit-euler}: D-REX Eq. 5, 26 and 27. */
public final class SemiImplicitEulerProvider extends IntegratorProvider {

  /** For the service loader. */
  public SemiImplicitEulerProvider() {
    super(
        "semi-implicit-euler",
        new FixedStepIntegrator(1, SemiImplicitEuler::new, DifferentiableSemiImplicitEuler::new));
  }
}
