package org.dextwin.sim.semiimplicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.sim.semiimplicit.integration.SemiImplicitEulerProvider;
import org.dextwin.sim.semiimplicit.internal.contact.ContactOptions;
import org.dextwin.sim.semiimplicit.internal.dynamics.JointOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Joints at their limits. */
class JointStopTest {

  private static final double LENGTH = 0.1;
  private static final double MASS = 0.05;
  private static final double DT = 1e-3;

  /** A rod that hangs from a hinge with the limits -0.5 and 0.4. */
  private static Simulation open(Vec3 gravity, double angle, double stiffness) {
    SceneRobot rod =
        TestRobots.limited(TestRobots.chain(1, LENGTH, MASS, angle), "hinge-0", -0.5, 0.4);
    var options =
        new EngineOptions(
            new ContactOptions(1e-2, 1e-5), new JointOptions(0.1, DT, stiffness, 0.1));
    var integrator = TestWorlds.integrator(new SemiImplicitEulerProvider());
    return new SemiImplicitSimulator(DT, integrator, options)
        .open(new Scene("rod", gravity, List.of(), List.of(rod), List.of()));
  }

  /** Gravity along x turns the rod about y towards negative angles. */
  private static final Vec3 SIDEWAYS = new Vec3(9.81, 0, 0);

  private static double torque(double q) {
    return MASS * 9.81 * LENGTH / 2 * Math.cos(q);
  }

  @ParameterizedTest
  @ValueSource(doubles = {10, 50, 100})
  void aRodRestsOnItsStop(double stiffness) {
    try (Simulation simulation = open(SIDEWAYS, 0, stiffness)) {
      simulation.step(Actuation.NONE, 4000);
      double q = simulation.state().q()[0];
      assertThat(q).isCloseTo(-0.5 - torque(q) / stiffness, offset(1e-9));
      assertThat(simulation.state().v()[0]).isCloseTo(0, offset(1e-9));
    }
  }

  @Test
  void aStopTooStiffForTheStepTrembles() {
    try (Simulation simulation = open(SIDEWAYS, 0, 1e8)) {
      simulation.step(Actuation.NONE, 4000);
      double acceleration = torque(-0.5) / (MASS * LENGTH * LENGTH / 3);
      for (int i = 0; i < 1000; i++) {
        simulation.step(Actuation.NONE, 1);
        double way = Math.abs(simulation.state().q()[0] + 0.5);
        assertThat(way).isLessThan(3 * acceleration * DT * DT);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 1, 20})
  void aRodLeavesItsStopSlowerThanItCame(double speed) {
    try (Simulation simulation = open(Vec3.ZERO, 0.3, 100)) {
      SimulationState start = simulation.state();
      simulation.restore(new SimulationState(0, start.q(), new double[] {speed}, start.internal()));
      double deepest = 0;
      for (int i = 0; i < 3000; i++) {
        simulation.step(Actuation.NONE, 1);
        deepest = Math.max(deepest, simulation.state().q()[0] - 0.4);
      }
      double after = simulation.state().v()[0];
      assertThat(deepest).isBetween(1e-6, 0.02);
      assertThat(after).isNegative().isGreaterThanOrEqualTo(-Math.min(speed, 0.1));
    }
  }

  @Test
  void withoutStiffnessThereAreNoStops() {
    try (Simulation simulation = open(Vec3.ZERO, 0.3, 0)) {
      SimulationState start = simulation.state();
      simulation.restore(new SimulationState(0, start.q(), new double[] {1}, start.internal()));
      simulation.step(Actuation.NONE, 1000);
      assertThat(simulation.state().q()[0]).isCloseTo(1.3, offset(1e-9));
    }
  }
}
