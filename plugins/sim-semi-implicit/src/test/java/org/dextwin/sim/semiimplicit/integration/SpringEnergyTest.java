package org.dextwin.sim.semiimplicit.integration;

import static org.assertj.core.api.Assertions.assertThat;

import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Stepper;
import org.junit.jupiter.api.Test;

class SpringEnergyTest {

  private static final SpringField SPRING = new SpringField(400);

  @Test
  void semiImplicitEulerDriftsTenTimesLessThanExplicitEuler() {
    double explicit = drift(new ExplicitEuler(SPRING), 1e-4);
    double semiImplicit = drift(new SemiImplicitEuler(SPRING), 1e-4);
    assertThat(explicit).isGreaterThan(0.01);
    assertThat(semiImplicit).isLessThan(explicit / 10);
  }

  @Test
  void rungeKuttaKeepsTheEnergy() {
    assertThat(drift(new RungeKutta4(SPRING), 1e-3)).isLessThan(1e-7);
  }

  /** Largest relative deviation of the energy over 10 s, about 32 periods. */
  private static double drift(Stepper stepper, double dt) {
    MotionState state = new MotionState(SPRING.space());
    MotionState next = new MotionState(SPRING.space());
    state.q()[0] = 0.1;
    double start = SPRING.energy(state);
    double worst = 0;
    for (int step = 0; step < Math.round(10 / dt); step++) {
      stepper.advance(state, dt, next);
      state.set(next);
      worst = Math.max(worst, Math.abs(SPRING.energy(state) / start - 1));
    }
    return worst;
  }
}
