package org.dextwin.testkit.learning;

import java.util.ArrayList;
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

/**
 * Robots whose distances are exact by simple means: heads that slide in a plane and turn in it,
 * each a ball, among upright boxes. All places are in the plane of the base, which stands turned
 * and shifted in the world.
 */
final class Gantry {

  /** Radius of a head [m]. */
  static final double RADIUS = 0.05;

  /** The only shape of a robot is that of its heads. */
  static final String HEAD = "head";

  static final String SECOND_HEAD = "second-head";

  /** Largest coordinate of the head [m]. */
  static final double TRAVEL = 1;

  /** Largest turn of the head [rad]. */
  static final double TURN = 2;

  static final String NAME = "gantry";

  private static final Pose X_WB =
      Pose.inWorld(NAME, new Vec3(0.3, -0.2, 0.5), Quat.aboutAxis(Vec3.Z, Math.PI / 2));

  private static final Material SURFACE = new Material(0.5, 1e4, 10);
  private static final MassProperties MASS =
      new MassProperties(1, Vec3.ZERO, SymmetricMatrix3.diagonal(0.01, 0.01, 0.01));

  private Gantry() {}

  /** Returns a robot with one head: joints {@code x}, {@code y} and {@code turn}. */
  static RobotModel single() {
    List<Link> links = new ArrayList<>(List.of(frame("base")));
    List<Joint> joints = new ArrayList<>();
    addHead(links, joints, "", HEAD, 0);
    // the motors are in an order of their own
    return new RobotModel(
        NAME,
        "base",
        links,
        joints,
        List.of(
            new Actuator("turn-motor", "turn", 10, 1, 5, 2, 6, 60),
            new Actuator("y-motor", "y", 100, 10, 50, 0.8, 2, 20),
            new Actuator("x-motor", "x", 100, 10, 50, 0.5, 1.5, 10)));
  }

  /** Returns a robot with two heads, which are a metre apart at zero. */
  static RobotModel tandem() {
    List<Link> links = new ArrayList<>(List.of(frame("base")));
    List<Joint> joints = new ArrayList<>();
    addHead(links, joints, "", HEAD, -0.5);
    addHead(links, joints, "second-", SECOND_HEAD, 0.5);
    return new RobotModel(NAME, "base", links, joints, List.of());
  }

  private static void addHead(
      List<Link> links, List<Joint> joints, String prefix, String head, double x) {
    links.add(frame(prefix + "bridge"));
    links.add(frame(prefix + "carriage"));
    links.add(
        new Link(
            head, Optional.of(MASS), List.of(Collider.centred("ball", new Shape.Sphere(RADIUS)))));
    joints.add(slide(prefix + "x", "base", prefix + "bridge", new Vec3(x, 0, 0), Vec3.X));
    joints.add(slide(prefix + "y", prefix + "bridge", prefix + "carriage", Vec3.ZERO, Vec3.Y));
    joints.add(
        joint(
            Joint.Type.REVOLUTE,
            prefix + "turn",
            prefix + "carriage",
            head,
            Vec3.ZERO,
            Vec3.Z,
            TURN));
  }

  private static Link frame(String name) {
    return new Link(name, Optional.of(MASS), List.of());
  }

  private static Joint slide(String name, String parent, String child, Vec3 position, Vec3 axis) {
    return joint(Joint.Type.PRISMATIC, name, parent, child, position, axis, TRAVEL);
  }

  private static Joint joint(
      Joint.Type type,
      String name,
      String parent,
      String child,
      Vec3 position,
      Vec3 axis,
      double limit) {
    return new Joint(
        name, type, parent, child, position, Quat.IDENTITY, axis, -limit, limit, 0, 0, 0);
  }

  /** Returns joint positions in the kinematic order. */
  static JointVector positions(RobotModel robot, double... values) {
    return new JointVector(robot.kinematicOrder(), values);
  }

  /** Returns the pose of the head in the world. */
  static Pose headPose(double x, double y, double turn) {
    Quat R_BH = Quat.aboutAxis(Vec3.Z, turn);
    return X_WB.times(new Pose(NAME, HEAD, new Vec3(x, y, 0), R_BH));
  }

  /** Returns the joint positions of one head that has a pose in the world. */
  static double[] positionsAt(Pose X_WH) {
    Pose X_BH = X_WB.inverse().times(X_WH);
    Vec3 along = X_BH.rotation().rotate(Vec3.X);
    return new double[] {
      X_BH.position().x(),
      X_BH.position().y(),
      Math.atan2(along.y(), along.x()),
      X_BH.position().z()
    };
  }

  /** Returns a scene of the robot, bodies and other robots. */
  static Scene scene(RobotModel robot, List<SceneBody> bodies, SceneRobot... others) {
    List<SceneRobot> robots = new ArrayList<>(List.of(others));
    robots.add(placed(NAME, robot, JointVector.zero(robot.kinematicOrder())));
    return new Scene("planning", Scene.EARTH_GRAVITY, bodies, robots, List.of());
  }

  /** Returns another robot on the same base, its head at the middle. */
  static SceneRobot parked(String name) {
    RobotModel robot = single();
    return placed(name, robot, JointVector.zero(robot.kinematicOrder()));
  }

  private static SceneRobot placed(String name, RobotModel robot, JointVector positions) {
    return new SceneRobot(name, robot, X_WB.named(Pose.WORLD, name), SURFACE, positions);
  }

  /** Returns an upright box that is fixed. */
  static SceneBody wall(String name, double x, double y, double halfX, double halfY) {
    return SceneBody.fixed(name, box(halfX, halfY), SURFACE, place(name, x, y));
  }

  /** Returns an upright box that could be moved. */
  static SceneBody crate(String name, double x, double y, double halfX, double halfY) {
    return SceneBody.free(
        name, MASS, box(halfX, halfY), SURFACE, place(name, x, y), Twist.zero(Pose.WORLD, name));
  }

  private static List<Collider> box(double halfX, double halfY) {
    return List.of(Collider.centred("box", new Shape.Box(halfX, halfY, 0.3)));
  }

  private static Pose place(String name, double x, double y) {
    return X_WB.times(new Pose(NAME, name, new Vec3(x, y, 0), Quat.IDENTITY));
  }

  /** Returns the distance of the first head from a box, negative inside [m]. */
  static double distance(JointVector q, double x, double y, double halfX, double halfY) {
    double dx = Math.abs(q.get("x") - x) - halfX;
    double dy = Math.abs(q.get("y") - y) - halfY;
    double outside = Math.hypot(Math.max(dx, 0), Math.max(dy, 0));
    return (outside > 0 ? outside : Math.max(dx, dy)) - RADIUS;
  }

  /** Returns the distance of the head from that of a parked robot [m]. */
  static double distanceFromParked(JointVector q) {
    return Math.hypot(q.get("x"), q.get("y")) - 2 * RADIUS;
  }

  /** Returns the distance between the heads of a tandem [m]. */
  static double distanceOfHeads(JointVector q) {
    double dx = q.get("x") - 0.5 - (q.get("second-x") + 0.5);
    return Math.hypot(dx, q.get("y") - q.get("second-y")) - 2 * RADIUS;
  }
}
