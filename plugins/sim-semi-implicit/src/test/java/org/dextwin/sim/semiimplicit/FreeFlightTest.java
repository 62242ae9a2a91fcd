package org.dextwin.sim.semiimplicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.math.Wrench;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.ExternalWrench;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.sim.semiimplicit.integration.ExplicitEulerProvider;
import org.dextwin.sim.semiimplicit.integration.RungeKutta4Provider;
import org.dextwin.sim.semiimplicit.integration.SemiImplicitEulerProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Free bodies against closed forms and conservation laws. */
class FreeFlightTest {

  private static final Integrator RK4 = TestWorlds.integrator(new RungeKutta4Provider());
  private static final Integrator SEMI_IMPLICIT =
      TestWorlds.integrator(new SemiImplicitEulerProvider());
  private static final Integrator EXPLICIT = TestWorlds.integrator(new ExplicitEulerProvider());
  private static final Vec3 SPIN = new Vec3(5, -2, 7);
  private static final Vec3 VELOCITY = new Vec3(1, 0.5, 3);

  private static Scene thrown() {
    return TestWorlds.scene(
        Scene.EARTH_GRAVITY, TestWorlds.asymmetricTop("top", new Vec3(0, 0, 1), SPIN, VELOCITY));
  }

  private static MassProperties mass(Scene scene) {
    return scene.bodies().get(0).mass().orElseThrow();
  }

  private static Vec3 center(Simulation simulation, Scene scene) {
    return simulation.bodies().pose("top").transform(mass(scene).centerOfMass());
  }

  @Test
  void centerOfMassFliesAParabola() {
    Scene scene = thrown();
    double error = parabolaError(scene, RK4, 0.01);
    assertThat(error).isLessThan(1e-13);
  }

  @Test
  void eulerSchemesMissTheParabolaByHalfAStep() {
    // sum over steps: p = p0 + v0 t + g t^2 / 2 +- g t dt / 2
    for (double dt : new double[] {0.01, 0.005}) {
      double expected = Scene.EARTH_GRAVITY.norm() * 1.0 * dt / 2;
      assertThat(parabolaError(thrown(), SEMI_IMPLICIT, dt)).isCloseTo(expected, offset(1e-12));
      assertThat(parabolaError(thrown(), EXPLICIT, dt)).isCloseTo(expected, offset(1e-12));
    }
  }

  private static double parabolaError(Scene scene, Integrator integrator, double dt) {
    try (Simulation simulation = TestWorlds.open(scene, dt, integrator)) {
      Vec3 p0 = center(simulation, scene);
      Vec3 arm = p0.minus(simulation.bodies().pose("top").position());
      Vec3 v0 = VELOCITY.plus(SPIN.cross(arm));
      simulation.step(Actuation.NONE, (int) Math.round(1 / dt));
      Vec3 expected = p0.plus(v0).plus(scene.gravity().times(0.5));
      return center(simulation, scene).minus(expected).norm();
    }
  }

  @Test
  void torqueFreeTopKeepsEnergyAndAngularMomentum() {
    Scene scene =
        TestWorlds.scene(
            Vec3.ZERO, TestWorlds.asymmetricTop("top", Vec3.ZERO, SPIN.times(3), Vec3.ZERO));
    try (Simulation simulation = TestWorlds.open(scene, 0.002, RK4)) {
      double energy = rotationalEnergy(simulation, scene);
      Vec3 momentum = angularMomentum(simulation, scene);
      Vec3 spin = simulation.bodies().twist("top").angular();
      simulation.step(Actuation.NONE, 1000);
      assertThat(rotationalEnergy(simulation, scene) / energy).isCloseTo(1, offset(1e-6));
      assertThat(angularMomentum(simulation, scene).minus(momentum).norm() / momentum.norm())
          .isLessThan(1e-6);
      // and it did tumble
      assertThat(simulation.bodies().twist("top").angular().minus(spin).norm()).isGreaterThan(1);
    }
  }

  @Test
  void linearMomentumIsKeptToRoundingByEveryIntegrator() {
    for (Integrator integrator : List.of(RK4, SEMI_IMPLICIT, EXPLICIT)) {
      Scene scene =
          TestWorlds.scene(Vec3.ZERO, TestWorlds.asymmetricTop("top", Vec3.ZERO, SPIN, VELOCITY));
      try (Simulation simulation = TestWorlds.open(scene, 0.002, integrator)) {
        Vec3 before = centerVelocity(simulation, scene);
        simulation.step(Actuation.NONE, 1000);
        assertThat(centerVelocity(simulation, scene).minus(before).norm()).isLessThan(1e-12);
      }
    }
  }

  private static Vec3 arm(Simulation simulation, Scene scene) {
    return simulation.bodies().pose("top").rotation().rotate(mass(scene).centerOfMass());
  }

  private static Vec3 centerVelocity(Simulation simulation, Scene scene) {
    return simulation.bodies().twist("top").velocityOfPoint(arm(simulation, scene));
  }

  private static Vec3 angularMomentum(Simulation simulation, Scene scene) {
    Quat R_WB = simulation.bodies().pose("top").rotation();
    SymmetricMatrix3 inertia = mass(scene).inertia().rotated(R_WB);
    return inertia.times(simulation.bodies().twist("top").angular());
  }

  private static double rotationalEnergy(Simulation simulation, Scene scene) {
    return simulation.bodies().twist("top").angular().dot(angularMomentum(simulation, scene)) / 2;
  }

  @Test
  void aForceAboutTheOriginTurnsABodyWhoseCenterIsElsewhere() {
    Scene scene =
        TestWorlds.scene(
            Vec3.ZERO, TestWorlds.asymmetricTop("top", Vec3.ZERO, Vec3.ZERO, Vec3.ZERO));
    try (Simulation simulation = TestWorlds.open(scene, 1e-5, SEMI_IMPLICIT)) {
      Vec3 arm = arm(simulation, scene);
      Quat R_WB = simulation.bodies().pose("top").rotation();
      Vec3 force = new Vec3(1, 2, -3);
      simulation.apply(new ExternalWrench(new Wrench(Pose.WORLD, "top", Vec3.ZERO, force)));
      simulation.step(Actuation.NONE, 1);
      // impulse at -r from the centre of mass
      Vec3 spin =
          mass(scene)
              .inertia()
              .rotated(R_WB)
              .inverse()
              .times(arm.negated().cross(force))
              .times(1e-5);
      Twist twist = simulation.bodies().twist("top");
      assertThat(twist.angular().minus(spin).norm()).isLessThan(1e-7 * spin.norm());
      assertThat(centerVelocity(simulation, scene).minus(force.times(1e-5 / 0.4)).norm())
          .isLessThan(1e-12);
      // the wrench ends with the call
      simulation.step(Actuation.NONE, 1);
      assertThat(centerVelocity(simulation, scene).minus(force.times(1e-5 / 0.4)).norm())
          .isLessThan(1e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void restoreReplaysBitByBit(boolean rungeKutta) {
    try (Simulation simulation =
        TestWorlds.open(thrown(), 0.002, rungeKutta ? RK4 : SEMI_IMPLICIT)) {
      simulation.step(Actuation.NONE, 17);
      SimulationState saved = simulation.state();
      simulation.step(Actuation.NONE, 100);
      SimulationState first = simulation.state();
      simulation.restore(saved);
      simulation.step(Actuation.NONE, 60);
      simulation.step(Actuation.NONE, 40);
      assertThat(simulation.state()).isEqualTo(first);
    }
  }

  @Test
  void stepsDoNotAllocate() {
    try (Simulation simulation = TestWorlds.open(thrown(), 1e-5, SEMI_IMPLICIT)) {
      simulation.step(Actuation.NONE, 20_000);
      var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadAllocatedBytes();
      simulation.step(Actuation.NONE, 10_000);
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;
      // the call itself may allocate a little; a step may not
      assertThat(allocated).isLessThan(10_000);
    }
  }

  @Test
  void aRestoredStateHasNoWrenchWaiting() {
    try (Simulation simulation = TestWorlds.open(thrown(), 0.002, RK4)) {
      SimulationState start = simulation.state();
      simulation.step(Actuation.NONE, 5);
      SimulationState expected = simulation.state();
      simulation.apply(new ExternalWrench(new Wrench(Pose.WORLD, "top", Vec3.ZERO, Vec3.X)));
      simulation.restore(start);
      simulation.step(Actuation.NONE, 5);
      assertThat(simulation.state()).isEqualTo(expected);
    }
  }

  @Test
  void anExplodingStepNamesBodyTimeAndCause() {
    try (Simulation simulation = TestWorlds.open(thrown(), 0.01, SEMI_IMPLICIT)) {
      simulation.step(Actuation.NONE, 10);
      simulation.apply(
          new ExternalWrench(new Wrench(Pose.WORLD, "top", new Vec3(0, 0, 1e6), Vec3.ZERO)));
      assertThatThrownBy(() -> simulation.step(Actuation.NONE, 1))
          .isInstanceOf(SimulationException.class)
          .hasMessageContaining("'top'")
          .hasMessageContaining("t = 0.1")
          .hasMessageContaining("Likely cause");
    }
  }
}
