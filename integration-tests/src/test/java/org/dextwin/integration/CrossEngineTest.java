package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.model.Shape;
import org.dextwin.api.sim.ContactReport.Contact;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.mechanics.mesh.SolidMass;
import org.dextwin.testkit.Tolerance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two engines, one scene: smooth motion agrees along its whole path, contact in what mechanics
 * fixes: carried weight and the way of a sliding body. How deep bodies sink into each other is a
 * matter of the contact model, so it is printed and not compared.
 */
class CrossEngineTest {

  private static final double STEP = 0.0005;
  private static final double G = Scene.EARTH_GRAVITY.norm();
  private static final Material SURFACE = new Material(0.3, 2e4, 40);

  @TempDir private static Path temp;
  private static List<EngineHost> engines = List.of();

  @BeforeAll
  static void open() throws IOException {
    EngineHost own = EngineHost.open("semi-implicit", STEP, temp);
    engines = List.of(own);
    engines = List.of(own, EngineHost.open("mujoco", STEP, temp));
  }

  @AfterAll
  static void close() {
    engines.forEach(EngineHost::close);
  }

  private static Trajectory rollOut(EngineHost engine, Scene scene, ControlSequence controls) {
    try (Simulation simulation = engine.simulator().open(scene)) {
      return simulation.rollout(controls);
    }
  }

  private static List<Trajectory> inBoth(Scene scene, ControlSequence controls) {
    return engines.stream().map(engine -> rollOut(engine, scene, controls)).toList();
  }

  /** The largest difference of a number between the engines, and when it occurs. */
  private static void assertAgree(
      String what, List<Trajectory> runs, double tolerance, Difference difference) {
    Trajectory first = runs.get(0);
    Trajectory second = runs.get(1);
    double largest = 0;
    double at = 0;
    for (int sample = 0; sample < first.samples(); sample++) {
      double size = difference.of(first, second, sample);
      if (!(size <= largest)) {
        largest = size;
        at = first.time(sample);
      }
    }
    assertThat(largest)
        .as("largest difference of %s between %s, at %s s", what, engines, at)
        .isLessThanOrEqualTo(Tolerance.of(tolerance));
  }

  /** Size of the difference of two states. */
  @FunctionalInterface
  private interface Difference {
    double of(Trajectory first, Trajectory second, int sample);
  }

  private static Scene scene(List<SceneBody> bodies, SceneRobot... robots) {
    return new Scene("cross", Scene.EARTH_GRAVITY, bodies, List.of(robots), List.of());
  }

  private static SceneBody body(
      String name, MassProperties mass, List<Collider> colliders, Vec3 position, Vec3 linear) {
    return body(name, mass, colliders, position, Vec3.ZERO, linear);
  }

  private static SceneBody body(
      String name,
      MassProperties mass,
      List<Collider> colliders,
      Vec3 position,
      Vec3 angular,
      Vec3 linear) {
    return SceneBody.free(
        name,
        mass,
        colliders,
        SURFACE,
        Pose.inWorld(name, position, Quat.IDENTITY),
        new Twist(Pose.WORLD, name, angular, linear));
  }

  private static SceneBody ground() {
    return SceneBody.fixed(
        "ground",
        List.of(Collider.centred("plane", new Shape.Plane())),
        SURFACE,
        Pose.inWorld("ground", Vec3.ZERO, Quat.IDENTITY));
  }

  @Test
  void freeFallAgrees() {
    MassProperties mass =
        new MassProperties(
            0.4, new Vec3(0.01, -0.02, 0.005), SymmetricMatrix3.diagonal(1e-3, 1.5e-3, 2e-3));
    Vec3 spin = new Vec3(2, 3, -1);
    SceneBody thrown =
        body("thrown", mass, List.of(), new Vec3(0, 0, 5), spin, new Vec3(0.4, -0.3, 1));
    List<Trajectory> runs = inBoth(scene(List.of(thrown)), ControlSequence.idle(2000));
    // both advance velocities first; what differs is the way of the origin round the centre of mass
    assertAgree(
        "position [m]",
        runs,
        spin.norm() * mass.centerOfMass().norm() * 1e-2,
        (a, b, i) -> a.pose(i, "thrown").position().distanceTo(b.pose(i, "thrown").position()));
    // |w|^2 t dt: the angle of first-order terms in the rotation of a tumbling body
    assertAgree(
        "rotation [rad]",
        runs,
        spin.dot(spin) * 1 * STEP,
        (a, b, i) -> a.pose(i, "thrown").rotation().angleTo(b.pose(i, "thrown").rotation()));
    for (Trajectory run : runs) {
      Vec3 centre = run.pose(run.samples() - 1, "thrown").transform(mass.centerOfMass());
      Vec3 start = new Vec3(0, 0, 5).plus(mass.centerOfMass());
      Vec3 velocity = new Vec3(0.4, -0.3, 1).plus(spin.cross(mass.centerOfMass()));
      Vec3 exact = start.plus(velocity).plus(new Vec3(0, 0, -G / 2));
      assertThat(centre.distanceTo(exact))
          .as("distance of the centre of mass from the parabola [m]")
          .isLessThan(Tolerance.of(G * STEP));
    }
  }

  @Test
  void pendulumAgrees() {
    MassProperties bob =
        new MassProperties(0.2, new Vec3(0, 0, -0.15), SymmetricMatrix3.diagonal(1e-4, 1e-4, 1e-4));
    Link base = new Link("base", Optional.of(bob), List.of());
    Link swinging = new Link("bob", Optional.of(bob), List.of());
    Joint hinge =
        new Joint(
            "hinge",
            Joint.Type.REVOLUTE,
            "base",
            "bob",
            new Vec3(0.05, 0, 0),
            Quat.IDENTITY,
            Vec3.Y,
            -3.1,
            3.1,
            0,
            0,
            0);
    RobotModel model =
        new RobotModel("pendulum", "base", List.of(base, swinging), List.of(hinge), List.of());
    SceneRobot robot =
        new SceneRobot(
            "arm",
            model,
            Pose.inWorld("arm", Vec3.Z, Quat.IDENTITY),
            SURFACE,
            new JointVector(model.kinematicOrder(), new double[] {1}));
    List<Trajectory> runs = inBoth(scene(List.of(), robot), ControlSequence.idle(4000));
    // one equation and one scheme: nothing but rounding differs
    assertAgree(
        "angle [rad]", runs, 1e-9, (a, b, i) -> Math.abs(a.position(i, 0) - b.position(i, 0)));
    for (Trajectory run : runs) {
      double[] angles =
          DoubleStream.iterate(0, i -> i < run.samples(), i -> i + 1)
              .map(i -> run.position((int) i, 0))
              .toArray();
      assertThat(DoubleStream.of(angles).min().orElseThrow())
          .as("it swings to the other side, with its energy")
          .isCloseTo(-1, within(Tolerance.of(0.005)));
    }
  }

  /** The hand with its fingers downwards, at parts of its joints' ranges. */
  private static Scene hanging(double fraction) {
    RobotModel hand = engines.get(0).hand().model().robot();
    double[] starts =
        hand.movingJoints().stream().mapToDouble(joint -> part(joint, fraction)).toArray();
    SceneRobot robot =
        new SceneRobot(
            "hand",
            hand,
            Pose.inWorld("hand", Vec3.Z, Quat.fromRollPitchYaw(Math.PI, 0, 0)),
            SURFACE,
            new JointVector(hand.kinematicOrder(), starts));
    return scene(List.of(), robot);
  }

  private static double part(Joint joint, double fraction) {
    return joint.lower() + fraction * (joint.upper() - joint.lower());
  }

  private static ControlSequence targets(int steps, DoubleUnaryOperator fractionAt) {
    RobotModel hand = engines.get(0).hand().model().robot();
    List<Actuator> actuators = hand.actuators();
    double[] targets = new double[steps * actuators.size()];
    for (int step = 0; step < steps; step++) {
      double fraction = fractionAt.applyAsDouble(step * STEP);
      for (int i = 0; i < actuators.size(); i++) {
        int joint = hand.kinematicOrder().indexOf(actuators.get(i).joint());
        targets[step * actuators.size() + i] = part(hand.movingJoints().get(joint), fraction);
      }
    }
    return new ControlSequence(steps, actuators.size(), targets, List.of());
  }

  private static double largestJointDifference(Trajectory a, Trajectory b, int sample) {
    double largest = 0;
    for (int joint = 0; joint < a.layout().joints().size(); joint++) {
      largest = Math.max(largest, Math.abs(a.position(sample, joint) - b.position(sample, joint)));
    }
    return largest;
  }

  @Test
  void hangingHandAgrees() {
    List<Trajectory> runs = inBoth(hanging(0.4), targets(2000, time -> 0.4));
    assertThat(runs.get(0).layout()).isEqualTo(runs.get(1).layout());
    Trajectory first = runs.get(0);
    double sag = 0;
    for (int joint = 0; joint < first.layout().joints().size(); joint++) {
      sag =
          Math.max(
              sag, Math.abs(first.position(first.samples() - 1, joint) - first.position(0, joint)));
    }
    assertThat(sag).as("the weight of the fingers is felt [rad]").isGreaterThan(0.005);
    // where the damping of servos is taken within the step differs by less than its first order
    assertAgree("joints [rad]", runs, 1e-5, CrossEngineTest::largestJointDifference);
  }

  @Test
  void trackingHandAgrees() {
    List<Trajectory> runs =
        inBoth(hanging(0.5), targets(2000, time -> 0.5 + 0.25 * Math.sin(2 * Math.PI * 2 * time)));
    // up to 5 rad/s, of which a step is 2.5 mrad; a tenth of it
    assertAgree("joints [rad]", runs, 2.5e-4, CrossEngineTest::largestJointDifference);
    for (Trajectory run : runs) {
      double[] range =
          DoubleStream.iterate(0, i -> i < run.samples(), i -> i + 1)
              .map(i -> run.position((int) i, 1))
              .toArray();
      double swing =
          DoubleStream.of(range).max().orElseThrow() - DoubleStream.of(range).min().orElseThrow();
      assertThat(swing).as("the fingers follow their targets [rad]").isGreaterThan(0.3);
    }
  }

  static List<Shape> shapes() {
    return List.of(
        new Shape.Box(0.03, 0.04, 0.02), new Shape.Cylinder(0.03, 0.04), new Shape.Sphere(0.03));
  }

  private static double halfHeight(Shape shape) {
    if (shape instanceof Shape.Box box) {
      return box.halfZ();
    }
    return shape instanceof Shape.Cylinder cylinder
        ? cylinder.halfLength()
        : ((Shape.Sphere) shape).radius();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void restingForceIsTheWeight(Shape shape) {
    double mass = 0.3;
    SceneBody resting =
        body(
            "resting",
            SolidMass.of(shape, mass),
            List.of(Collider.centred("shape", shape)),
            new Vec3(0, 0, halfHeight(shape)),
            Vec3.ZERO);
    for (EngineHost engine : engines) {
      try (Simulation simulation = engine.simulator().open(scene(List.of(resting, ground())))) {
        simulation.rollout(ControlSequence.idle(4000));
        List<Contact> contacts = simulation.contacts().contacts();
        double force = contacts.stream().mapToDouble(Contact::normalForce).sum();
        double depth = contacts.stream().mapToDouble(Contact::depth).max().orElse(0);
        System.out.printf(
            "%s: %s rests %.4f mm deep on %d contacts%n",
            engine, shape, 1000 * depth, contacts.size());
        assertThat(force / (mass * G))
            .as("normal force per weight of %s in %s", shape, engine)
            .isCloseTo(1, within(Tolerance.of(0.005)));
      }
    }
  }

  @Test
  void slidingBoxGoesAsFar() {
    double speed = 0.8;
    Shape shape = new Shape.Box(0.05, 0.05, 0.01);
    double mass = 0.3;
    // it lies as deep as it will
    double depth = mass * G / SURFACE.stiffness();
    SceneBody sliding =
        body(
            "sliding",
            SolidMass.of(shape, mass),
            List.of(Collider.centred("shape", shape)),
            new Vec3(0, 0, halfHeight(shape) - depth),
            new Vec3(speed, 0, 0));
    double exact = speed * speed / (2 * SURFACE.friction() * G);
    double[] ways = new double[engines.size()];
    for (int i = 0; i < ways.length; i++) {
      Trajectory run =
          rollOut(engines.get(i), scene(List.of(sliding, ground())), ControlSequence.idle(1000));
      ways[i] = run.pose(run.samples() - 1, "sliding").position().x();
      assertThat(ways[i] / exact)
          .as("way per v^2 / (2 mu g) in %s", engines.get(i))
          .isCloseTo(1, within(Tolerance.of(0.05)));
    }
    assertThat(ways[1] / ways[0])
        .as("ratio of the ways in %s", engines)
        .isCloseTo(1, within(Tolerance.of(0.05)));
  }

  @Test
  void enginesAreTwo() {
    assertThat(engines.stream().map(EngineHost::simulator).map(Simulator::timeStep))
        .containsExactly(STEP, STEP);
  }
}
