package org.dextwin.sim.semiimplicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.Shape;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.ContactReport.Contact;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.sim.semiimplicit.integration.SemiImplicitEulerProvider;
import org.dextwin.sim.semiimplicit.internal.dynamics.JointOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The position-based engine against closed forms and the force-based engine. */
class PositionBasedTest {

  private static final double DT = 2e-3;
  private static final double G = Scene.EARTH_GRAVITY.norm();
  private static final double MASS = 0.2;
  private static final double HALF = 0.03;

  /** A force of this stiffness would need steps of 3e-6 s. */
  private static final Material STEEL = new Material(0.5, 1e9, 2e5);

  private static SceneBody box(
      String name, Material material, Vec3 position, Quat turn, Vec3 velocity) {
    return box(name, HALF, material, position, turn, velocity);
  }

  private static SceneBody box(
      String name, double half, Material material, Vec3 position, Quat turn, Vec3 velocity) {
    double moment = MASS * 4 * half * half / 6;
    return SceneBody.free(
        name,
        new MassProperties(MASS, Vec3.ZERO, SymmetricMatrix3.diagonal(moment, moment, moment)),
        List.of(Collider.centred("box", new Shape.Box(half, half, half))),
        material,
        Pose.inWorld(name, position, turn),
        new Twist(Pose.WORLD, name, Vec3.ZERO, velocity));
  }

  private static SceneBody ball(String name, double mass, Vec3 position, Vec3 spin, Vec3 velocity) {
    double moment = 0.4 * mass * HALF * HALF;
    return SceneBody.free(
        name,
        new MassProperties(mass, Vec3.ZERO, SymmetricMatrix3.diagonal(moment, moment, moment)),
        List.of(Collider.centred("ball", new Shape.Sphere(HALF))),
        STEEL,
        Pose.inWorld(name, position, Quat.IDENTITY),
        new Twist(Pose.WORLD, name, spin, velocity));
  }

  private static SceneBody ground(Material material, Quat turn) {
    return SceneBody.fixed(
        "ground",
        List.of(Collider.centred("top", new Shape.Plane())),
        material,
        Pose.inWorld("ground", Vec3.ZERO, turn));
  }

  private static Simulation open(Scene scene) {
    return open(scene, DT);
  }

  private static Simulation open(Scene scene, double timeStep) {
    return new PositionBasedSimulator(timeStep, 30).open(scene);
  }

  /** A tower of boxes, the corners of each on the face below, turned about the vertical. */
  private static Scene tower(int boxes, long seed, Material material) {
    var random = new Random(seed);
    List<SceneBody> bodies = new ArrayList<>();
    double half = 2 * HALF;
    double top = 0;
    for (int i = 0; i < boxes; i++) {
      Quat turn = Quat.aboutAxis(Vec3.Z, random.nextGaussian());
      Vec3 position = new Vec3(0.001 * random.nextGaussian(), 0, top + half);
      bodies.add(box("box-" + i, half, material, position, turn, Vec3.ZERO));
      top += 2 * half;
      half /= 1.6;
    }
    bodies.add(ground(material, Quat.IDENTITY));
    return TestWorlds.scene(Scene.EARTH_GRAVITY, bodies.toArray(SceneBody[]::new));
  }

  /**
   * Over three decades, from the first iteration on, which hands the load of the upper boxes down.
   */
  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "3, 0", "1, 0.5", "2, 0.5", "3, 0.5"})
  void theResidualFallsWithEveryIteration(int boxes, double friction) {
    Material material = new Material(friction, STEEL.stiffness(), STEEL.damping());
    for (long seed = 1; seed <= 20; seed++) {
      World world = new World(tower(boxes, seed, material), new JointOptions(1, 0));
      var stepper = new PositionBasedStepper(world, world.field(), 0);
      MotionState start = new MotionState(world.layout().space());
      world.shift().toCenter(world.start(), start);
      // a push sideways, so that friction is at work too
      start.v()[3] = 0.3;
      stepper.predict(start, DT, new MotionState(start.space()));
      double first = stepper.residual();
      assertThat(first).isGreaterThan(1e-5);
      stepper.sweep();
      double last = stepper.residual();
      for (int i = 2; i < 80 && last > 1e-3 * first; i++) {
        stepper.sweep();
        double residual = stepper.residual();
        assertThat(residual).as("residual of iteration %d, seed %d [m]", i, seed).isLessThan(last);
        last = residual;
      }
      assertThat(last).as("residual after all, seed %d [m]", seed).isLessThan(1e-3 * first);
    }
  }

  @Test
  void aCollisionKeepsLinearAndAngularMomentum() {
    Scene scene =
        TestWorlds.scene(
            Vec3.ZERO,
            ball("a", 0.2, new Vec3(-0.05, 0.02, 0.1), new Vec3(3, -8, 20), new Vec3(1, 0.2, 0)),
            ball("b", 0.5, new Vec3(0.05, 0, 0.11), new Vec3(-5, 0, 4), new Vec3(-0.5, 0, 0.1)),
            ball("c", 0.3, new Vec3(0, 0.1, 0.1), Vec3.ZERO, new Vec3(0, -0.8, 0)));
    try (Simulation simulation = open(scene)) {
      Vec3 linear = linearMomentum(scene, simulation);
      Vec3 angular = angularMomentum(scene, simulation);
      Vec3 spin = simulation.bodies().twist("a").angular();
      simulation.step(Actuation.NONE, 150);
      assertThat(linearMomentum(scene, simulation).distanceTo(linear)).isLessThan(1e-14);
      assertThat(angularMomentum(scene, simulation).distanceTo(angular)).isLessThan(1e-15);
      // friction was at work
      assertThat(simulation.bodies().twist("a").angular().distanceTo(spin)).isGreaterThan(1);
    }
  }

  private static Vec3 linearMomentum(Scene scene, Simulation simulation) {
    Vec3 sum = Vec3.ZERO;
    for (SceneBody body : scene.bodies()) {
      Vec3 v = simulation.bodies().twist(body.name()).linear();
      sum = sum.plus(v.times(body.mass().orElseThrow().mass()));
    }
    return sum;
  }

  private static Vec3 angularMomentum(Scene scene, Simulation simulation) {
    Vec3 sum = Vec3.ZERO;
    for (SceneBody body : scene.bodies()) {
      MassProperties mass = body.mass().orElseThrow();
      Twist twist = simulation.bodies().twist(body.name());
      Vec3 x = simulation.bodies().pose(body.name()).position();
      sum = sum.plus(x.cross(twist.linear()).times(mass.mass()));
      sum = sum.plus(mass.inertia().times(twist.angular()));
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(doubles = {2e3, 1e5, 1e9})
  void aBoxRestsAtItsWeightPerStiffness(double stiffness) {
    Material material = new Material(0.5, stiffness, Math.min(stiffness / 1000, 20));
    Scene scene =
        TestWorlds.scene(
            Scene.EARTH_GRAVITY,
            box("box", material, new Vec3(0, 0, HALF + 0.01), Quat.IDENTITY, Vec3.ZERO),
            ground(material, Quat.IDENTITY));
    try (Simulation simulation = open(scene)) {
      simulation.step(Actuation.NONE, 1000);
      double depth = HALF - simulation.bodies().pose("box").position().z();
      assertThat(depth)
          .isCloseTo(MASS * G / stiffness, offset(1e-3 * MASS * G / stiffness + 1e-11));
      assertThat(simulation.contacts().contacts()).hasSize(4);
      double force = 0;
      for (Contact contact : simulation.contacts().contacts()) {
        force += contact.normalForce();
        assertThat(contact.depth()).isCloseTo(depth, offset(1e-3 * depth + 1e-11));
      }
      assertThat(force).isCloseTo(MASS * G, offset(1e-6 * MASS * G));
    }
  }

  @Test
  void stiffTowersStandAtStepsThatForcesDoNotSurvive() {
    Scene scene = tower(3, 1, STEEL);
    try (Simulation simulation = new PositionBasedSimulator(DT, 60).open(scene)) {
      simulation.step(Actuation.NONE, 500);
      for (int i = 0; i < 3; i++) {
        Vec3 position = simulation.bodies().pose("box-" + i).position();
        assertThat(position.distanceTo(scene.body("box-" + i).pose().position()))
            .as("way of box %d [m]", i)
            .isLessThan(1e-4);
      }
    }
    var integrator = TestWorlds.integrator(new SemiImplicitEulerProvider());
    try (Simulation simulation = TestWorlds.open(scene, DT, integrator)) {
      assertThatThrownBy(() -> simulation.step(Actuation.NONE, 500))
          .isInstanceOf(SimulationException.class);
    }
  }

  @Test
  void aBoxOnAnInclineSlipsIfTheTangentExceedsTheFriction() {
    for (double factor : new double[] {0.9, 1.2}) {
      double angle = Math.atan(factor * STEEL.friction());
      Quat turn = Quat.aboutAxis(Vec3.Y, angle);
      Scene scene =
          TestWorlds.scene(
              Scene.EARTH_GRAVITY,
              box("box", STEEL, turn.rotate(new Vec3(0, 0, HALF)), turn, Vec3.ZERO),
              ground(STEEL, turn));
      try (Simulation simulation = open(scene)) {
        simulation.step(Actuation.NONE, 250);
        double t = 250 * DT;
        double a = Math.max(0, G * (Math.sin(angle) - STEEL.friction() * Math.cos(angle)));
        double way = turn.rotate(Vec3.X).dot(simulation.bodies().pose("box").position());
        assertThat(way).as("tan = %s mu", factor).isCloseTo(a * t * t / 2, offset(0.02 * a + 1e-6));
      }
    }
  }

  @Test
  void aSoftBounceAgreesWithTheForceBasedEngine() {
    Material rubber = new Material(0.4, 400, 1);
    Scene scene =
        TestWorlds.scene(
            Scene.EARTH_GRAVITY,
            box("box", rubber, new Vec3(0, 0, HALF + 0.005), Quat.IDENTITY, Vec3.ZERO),
            ground(rubber, Quat.IDENTITY));
    double dt = 5e-5;
    var integrator = TestWorlds.integrator(new SemiImplicitEulerProvider());
    try (Simulation positions = open(scene, dt);
        Simulation forces = TestWorlds.open(scene, dt, integrator)) {
      for (int i = 0; i < 50; i++) {
        positions.step(Actuation.NONE, 100);
        forces.step(Actuation.NONE, 100);
        double found = positions.bodies().pose("box").position().z();
        double expected = forces.bodies().pose("box").position().z();
        assertThat(found)
            .as("height at %s s", positions.state().time())
            .isCloseTo(expected, offset(1e-4));
      }
    }
  }

  @Test
  void robotsAreRefusedByName() {
    var robot = TestRobots.chain(1, 0.1, 0.1, 0.2);
    Scene scene = new Scene("robot", Scene.EARTH_GRAVITY, List.of(), List.of(robot), List.of());
    assertThatThrownBy(() -> open(scene))
        .isInstanceOf(SimulationException.class)
        .hasMessageContaining("chain")
        .hasMessageContaining("semi-implicit");
  }
}
