package org.dextwin.sim.semiimplicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.sim.semiimplicit.integration.RungeKutta4Provider;
import org.dextwin.sim.semiimplicit.integration.SemiImplicitEulerProvider;
import org.junit.jupiter.api.Test;

/** Articulated robots against closed forms and conservation laws. */
class RobotTest {

  private static final Integrator RK4 = TestWorlds.integrator(new RungeKutta4Provider());
  private static final Integrator SEMI_IMPLICIT =
      TestWorlds.integrator(new SemiImplicitEulerProvider());
  private static final double G = Scene.EARTH_GRAVITY.norm();

  private static Scene scene(Vec3 gravity, SceneRobot robot) {
    return new Scene("robot", gravity, List.of(), List.of(robot), List.of());
  }

  @Test
  void aPendulumSwingsWithItsPeriod() {
    double length = 0.3;
    double angle = 0.5;
    Scene scene = scene(Scene.EARTH_GRAVITY, TestRobots.chain(1, length, 0.2, angle));
    // rod about its end: T = 2 pi sqrt(2 l / 3 g), times 1 / agm(1, cos(a / 2)) (Gauss)
    double a = 1;
    double b = Math.cos(angle / 2);
    for (int i = 0; i < 10; i++) {
      double mean = (a + b) / 2;
      b = Math.sqrt(a * b);
      a = mean;
    }
    double period = 2 * Math.PI * Math.sqrt(2 * length / (3 * G)) / a;
    try (Simulation simulation = TestWorlds.open(scene, period / 4000, RK4)) {
      simulation.step(Actuation.NONE, 4000);
      assertThat(simulation.state().q()[0]).isCloseTo(angle, offset(1e-8));
      assertThat(simulation.state().v()[0]).isCloseTo(0, offset(1e-7));
      simulation.step(Actuation.NONE, 1000);
      assertThat(simulation.state().q()[0]).isCloseTo(0, offset(1e-8));
    }
  }

  @Test
  void aHangingChainStays() {
    Scene scene = scene(Scene.EARTH_GRAVITY, TestRobots.chain(6, 0.1, 0.05, new double[6]));
    try (Simulation simulation = TestWorlds.open(scene, 1e-3, SEMI_IMPLICIT)) {
      simulation.step(Actuation.NONE, 1000);
      for (double q : simulation.state().q()) {
        assertThat(q).isCloseTo(0, offset(1e-12));
      }
      assertThat(simulation.bodies().pose("chain/rod-5").position().distanceTo(Vec3.Z.times(0.5)))
          .isLessThan(1e-12);
    }
  }

  @Test
  void aSwingingChainKeepsItsEnergyToTheOrderOfTheStep() {
    double coarse = chainDrift(2e-3, RK4);
    double fine = chainDrift(1e-3, RK4);
    assertThat(coarse).isLessThan(1e-4);
    assertThat(Math.log(coarse / fine) / Math.log(2)).as("order").isGreaterThan(3.5);
    double euler = chainDrift(1e-3, SEMI_IMPLICIT);
    double finerEuler = chainDrift(5e-4, SEMI_IMPLICIT);
    assertThat(Math.log(euler / finerEuler) / Math.log(2)).as("order").isBetween(0.7, 1.5);
  }

  /** Largest change of the energy per potential energy of the chain, over half a second. */
  private static double chainDrift(double dt, Integrator integrator) {
    double length = 0.2;
    double mass = 0.1;
    Scene scene = scene(Scene.EARTH_GRAVITY, TestRobots.chain(3, length, mass, 0.8, -0.4, 0.9));
    try (Simulation simulation = TestWorlds.open(scene, dt, integrator)) {
      double before = chainEnergy(simulation, 3, length, mass);
      double worst = 0;
      for (int i = 0; i < 50; i++) {
        simulation.step(Actuation.NONE, (int) Math.round(0.01 / dt));
        worst = Math.max(worst, Math.abs(chainEnergy(simulation, 3, length, mass) - before));
      }
      return worst / (3 * mass * G * length);
    }
  }

  private static double chainEnergy(Simulation simulation, int rods, double length, double mass) {
    double energy = 0;
    for (int i = 0; i < rods; i++) {
      Pose pose = simulation.bodies().pose("chain/rod-" + i);
      var twist = simulation.bodies().twist("chain/rod-" + i);
      Vec3 arm = pose.rotation().rotate(new Vec3(0, 0, -length / 2));
      Vec3 v = twist.velocityOfPoint(arm);
      double moment = mass * length * length / 12;
      energy += mass * v.dot(v) / 2 + moment * twist.angular().dot(twist.angular()) / 2;
      energy += mass * G * pose.position().plus(arm).z();
    }
    return energy;
  }

  @Test
  void linkVelocitiesAreTheRatesOfLinkPoses() {
    Scene scene = scene(Vec3.ZERO, TestRobots.tree(0.3, 0.02, -0.4, 0.5));
    try (Simulation simulation = TestWorlds.open(scene, 1e-6, SEMI_IMPLICIT)) {
      SimulationState start = simulation.state();
      simulation.restore(
          new SimulationState(0, start.q(), new double[] {0.7, -0.2, 1.1, -0.9}, new double[0]));
      for (String link : List.of("robot/left", "robot/right", "robot/wrist")) {
        simulation.restore(
            new SimulationState(0, start.q(), new double[] {0.7, -0.2, 1.1, -0.9}, new double[0]));
        Pose before = simulation.bodies().pose(link);
        simulation.step(new Actuation(0, 0, 0), 1);
        var twist = simulation.bodies().twist(link);
        Pose after = simulation.bodies().pose(link);
        Vec3 linear = after.position().minus(before.position()).times(1e6);
        Quat turn = after.rotation().times(before.rotation().inverse());
        assertThat(linear.distanceTo(twist.linear())).as(link).isLessThan(1e-5);
        assertThat(turn.log().times(1e6).distanceTo(twist.angular())).as(link).isLessThan(1e-5);
      }
    }
  }

  @Test
  void aMovedBaseIsARobotPlacedThere() {
    Vec3 shift = new Vec3(0.1, -0.2, 0.05);
    SceneRobot robot = TestRobots.tree(0.3, 0.02, -0.4, 0.5);
    Pose base = robot.base();
    SceneRobot placed =
        new SceneRobot(
            robot.name(),
            robot.model(),
            Pose.inWorld(robot.name(), base.position().plus(shift), base.rotation()),
            robot.material(),
            robot.positions());
    Actuation hold = new Actuation(0.3, -0.4, 0.5);
    try (Simulation moved = TestWorlds.open(scene(Vec3.ZERO, robot), 1e-3, SEMI_IMPLICIT);
        Simulation expected = TestWorlds.open(scene(Vec3.ZERO, placed), 1e-3, SEMI_IMPLICIT)) {
      var parameters = moved.parameters();
      parameters.set("robot.base-x", parameters.get("robot.base-x") + shift.x());
      parameters.set("robot.base-y", parameters.get("robot.base-y") + shift.y());
      parameters.set("robot.base-z", parameters.get("robot.base-z") + shift.z());
      moved.step(hold, 50);
      expected.step(hold, 50);
      for (String link : List.of("robot/base", "robot/wrist", "robot/left", "robot/right")) {
        Vec3 found = moved.bodies().pose(link).position();
        assertThat(found.distanceTo(expected.bodies().pose(link).position()))
            .as(link)
            .isLessThan(1e-12);
      }
    }
  }

  @Test
  void anOffsetOfAServoMovesItsTarget() {
    Scene scene = scene(Vec3.ZERO, TestRobots.tree(0.3, 0.02, -0.4, 0.5));
    try (Simulation offset = TestWorlds.open(scene, 1e-3, SEMI_IMPLICIT);
        Simulation expected = TestWorlds.open(scene, 1e-3, SEMI_IMPLICIT)) {
      offset.parameters().set("robot/shoulder.target-offset", 0.125);
      offset.step(new Actuation(0.25, -0.4, 0.5), 50);
      expected.step(new Actuation(0.375, -0.4, 0.5), 50);
      assertThat(offset.state()).isEqualTo(expected.state());
      assertThat(offset.state().v()[0]).isNotZero();
    }
  }

  @Test
  void stepsOfRobotsDoNotAllocate() {
    Scene scene = scene(Scene.EARTH_GRAVITY, TestRobots.tree(0.3, 0.02, -0.4, 0.5));
    try (Simulation simulation = TestWorlds.open(scene, 1e-5, SEMI_IMPLICIT)) {
      Actuation hold = new Actuation(0.3, -0.4, 0.5);
      simulation.step(hold, 20_000);
      var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadAllocatedBytes();
      simulation.step(hold, 10_000);
      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }
  }
}
