package org.dextwin.testkit.sim;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

/** Worlds whose future is known in closed form. */
final class Scenes {

  static final String BODY = "box";
  static final String OTHER = "ball";
  static final String TABLE = "table";
  static final String ROBOT = "arm";

  /** Mass of {@link #BODY} [kg]. */
  static final double MASS = 0.5;

  /** Moments of inertia of a body that tumbles [kg m^2]. */
  static final SymmetricMatrix3 ASYMMETRIC = SymmetricMatrix3.diagonal(1e-3, 1.5e-3, 2e-3);

  /** Moment of inertia about every axis of a body that does not tumble [kg m^2]. */
  static final double MOMENT = 1e-3;

  static final double FRICTION = 0.5;

  /** Half the height of the box on the table [m]. */
  static final double HALF_HEIGHT = 0.02;

  /** Mass of the pendulum, distance of its centre from the joint, moment about the centre. */
  static final double BOB_MASS = 0.2;

  static final Vec3 BOB_CENTER = new Vec3(0, 0, -0.1);
  static final double BOB_MOMENT = 1e-4;

  private Scenes() {}

  /** A free body without collision shapes. */
  static Scene freeBody(Vec3 gravity, MassProperties mass, Vec3 angular, Vec3 linear) {
    return scene(gravity, body(BODY, mass, List.of(), contactFree(), Vec3.Z, angular, linear));
  }

  static MassProperties isotropic(Vec3 center) {
    return new MassProperties(MASS, center, SymmetricMatrix3.diagonal(MOMENT, MOMENT, MOMENT));
  }

  static Scene falling() {
    return freeBody(Scene.EARTH_GRAVITY, isotropic(Vec3.ZERO), Vec3.ZERO, new Vec3(0.4, -0.3, 0.2));
  }

  static Scene resting() {
    return freeBody(Vec3.ZERO, isotropic(Vec3.ZERO), Vec3.ZERO, Vec3.ZERO);
  }

  static Scene tumbling() {
    return freeBody(
        Vec3.ZERO,
        new MassProperties(MASS, Vec3.ZERO, ASYMMETRIC),
        new Vec3(1.2, 0.9, 1.4),
        new Vec3(0.1, 0.2, -0.3));
  }

  /** A flat box that touches a table; it can be pushed without tipping. */
  static Scene boxOnTable(double timeStep, double gap) {
    Material material = material(MASS, timeStep);
    return scene(
        Scene.EARTH_GRAVITY,
        body(
            BODY,
            new MassProperties(MASS, Vec3.ZERO, ASYMMETRIC),
            List.of(Collider.centred("box", new Shape.Box(0.06, 0.06, HALF_HEIGHT))),
            material,
            new Vec3(0, 0, HALF_HEIGHT + gap),
            Vec3.ZERO,
            Vec3.ZERO),
        SceneBody.fixed(
            TABLE,
            List.of(Collider.centred("top", new Shape.Plane())),
            material,
            Pose.inWorld(TABLE, Vec3.ZERO, Quat.IDENTITY)));
  }

  /** Two balls on a collision course, without gravity. */
  static Scene collision(double timeStep) {
    double lighter = 0.2;
    Material material = material(lighter, timeStep);
    List<Collider> ball = List.of(Collider.centred("ball", new Shape.Sphere(0.03)));
    return scene(
        Vec3.ZERO,
        body(
            BODY,
            isotropic(Vec3.ZERO).withMass(lighter),
            ball,
            material,
            new Vec3(-0.05, 0.01, 0.5),
            Vec3.ZERO,
            new Vec3(0.5, 0, 0)),
        body(
            OTHER,
            isotropic(Vec3.ZERO),
            ball,
            material,
            new Vec3(0.05, 0, 0.5),
            Vec3.ZERO,
            new Vec3(-0.5, 0.1, 0)));
  }

  /** A pendulum on a fixed base, its joint about y, with or without a servo. */
  static Scene pendulum(Vec3 gravity, double angle, Actuator... servos) {
    MassProperties bob =
        new MassProperties(
            BOB_MASS, BOB_CENTER, SymmetricMatrix3.diagonal(BOB_MOMENT, BOB_MOMENT, BOB_MOMENT));
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
        new RobotModel(
            "pendulum", "base", List.of(base, swinging), List.of(hinge), Arrays.asList(servos));
    SceneRobot robot =
        new SceneRobot(
            ROBOT,
            model,
            Pose.inWorld(ROBOT, Vec3.Z, Quat.IDENTITY),
            contactFree(),
            new JointVector(model.kinematicOrder(), new double[] {angle}));
    return new Scene("pendulum", gravity, List.of(), List.of(robot), List.of());
  }

  /** Steiner: moment of inertia of the pendulum about its joint [kg m^2]. */
  static double pendulumMoment() {
    return BOB_MOMENT + BOB_MASS * BOB_CENTER.dot(BOB_CENTER);
  }

  /** A critically damped servo of 20 rad/s for the pendulum. */
  static Actuator servo(double torqueLimit) {
    double frequency = 20;
    double kp = pendulumMoment() * frequency * frequency;
    return new Actuator("servo", "hinge", kp, 2 * pendulumMoment() * frequency, torqueLimit, 100);
  }

  private static Scene scene(Vec3 gravity, SceneBody... bodies) {
    return new Scene("contract", gravity, Arrays.asList(bodies), List.of(), List.of());
  }

  private static SceneBody body(
      String name,
      MassProperties mass,
      List<Collider> colliders,
      Material material,
      Vec3 position,
      Vec3 angular,
      Vec3 linear) {
    return SceneBody.free(
        name,
        mass,
        colliders,
        material,
        Pose.inWorld(name, position, Quat.IDENTITY),
        new Twist(Pose.WORLD, name, angular, linear));
  }

  /** As stiff as explicit steps take well: k dt^2 / m = 0.02, half of the critical damping. */
  private static Material material(double mass, double timeStep) {
    double stiffness = 0.02 * mass / (timeStep * timeStep);
    return new Material(FRICTION, stiffness, Math.sqrt(stiffness * mass));
  }

  private static Material contactFree() {
    return new Material(FRICTION, 1e3, 1);
  }
}
