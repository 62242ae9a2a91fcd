package com.acme.springlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.dextwin.api.sim.AccelerationField;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Stepper;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.sim.IntegratorContract;
import org.junit.jupiter.api.Test;

/** Keeps the contract of its role, and the energy of a spring. */
final class VelocityVerletTest extends IntegratorContract<VelocityVerletConfig> {

  @Override
  protected ComponentProvider<Integrator, VelocityVerletConfig> provider() {
    return new VelocityVerletProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of();
  }

  @Override
  protected boolean differentiable() {
    return false;
  }

  /** A mass on a spring: a = -k/m q. */
  private record Spring(double stiffnessPerMass) implements AccelerationField {

    @Override
    public ConfigurationSpace space() {
      return new ConfigurationSpace(0, 1);
    }

    @Override
    public void evaluate(MotionState state, double[] acceleration) {
      acceleration[0] = -stiffnessPerMass * state.q()[0];
    }
  }

  @Test
  void energyOfASpringDoesNotDriftInTenThousandPeriods() {
    Spring spring = new Spring(4);
    Stepper stepper = create().stepper(spring);
    MotionState in = new MotionState(spring.space());
    MotionState out = new MotionState(spring.space());
    in.q()[0] = 1;
    double start = energy(in, spring);
    double worst = 0;
    int steps = 40; // per period of 2 pi / omega
    double dt = Math.PI / steps;
    for (int i = 0; i < 10_000 * steps; i++) {
      stepper.advance(in, dt, out);
      in.set(out);
      worst = Math.max(worst, Math.abs(energy(in, spring) - start));
    }
    // the energy oscillates by (omega dt)^2 / 4, and comes back
    assertThat(worst / start).isLessThan(1.01 * spring.stiffnessPerMass() * dt * dt / 4);
  }

  private static double energy(MotionState state, Spring spring) {
    double q = state.q()[0];
    double v = state.v()[0];
    return v * v / 2 + spring.stiffnessPerMass() * q * q / 2;
  }
}
