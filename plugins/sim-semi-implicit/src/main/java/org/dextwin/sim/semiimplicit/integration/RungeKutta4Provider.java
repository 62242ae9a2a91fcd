package org.dextwin.sim.semiimplicit.integration;

/**
 * Provides the integrator {@code rk4}: the classical Runge-Kutta method, on rotations by
 * Munthe-Kaas.
 */
public final class RungeKutta4Provider extends IntegratorProvider {

  /** For the service loader. */
  public RungeKutta4Provider() {
    super("rk4", new FixedStepIntegrator(4, RungeKutta4::new, DifferentiableRungeKutta4::new));
  }
}
