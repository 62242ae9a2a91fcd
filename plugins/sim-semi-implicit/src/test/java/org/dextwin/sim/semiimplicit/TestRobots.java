package org.dextwin.sim.semiimplicit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.model.Shape;

/** Robots of the tests. */
final class TestRobots {

  private TestRobots() {}

  private static Joint joint(
      String name, Joint.Type type, String parent, String child, Vec3 at, Quat turn, Vec3 axis) {
    return new Joint(
        name, type, parent, child, at, turn, axis.normalized(), -3, 3, 0.02, 0.03, 0.001);
  }

  private static Link link(String name, Collider... colliders) {
    return new Link(
        name,
        Optional.of(
            new MassProperties(
                0.15,
                new Vec3(0.01, -0.02, 0.04),
                new SymmetricMatrix3(4e-4, 3e-4, 2e-4, 2e-5, -3e-5, 1e-5))),
        List.of(colliders));
  }

  /** A tree with every type of joint, bent everywhere, with two fingertips and servos. */
  static SceneRobot tree(double... positions) {
    Collider tip =
        new Collider("tip", new Shape.Capsule(0.02, 0.015), new Vec3(0, 0, 0.08), Quat.IDENTITY);
    Collider ball =
        new Collider("ball", new Shape.Sphere(0.025), new Vec3(0, 0.01, 0.07), Quat.IDENTITY);
    RobotModel model =
        new RobotModel(
            "tree",
            "base",
            List.of(
                link("base"), link("a"), link("slide"), link("wrist"), link("left"), link("right")),
            List.of(
                joint(
                    "shoulder",
                    Joint.Type.REVOLUTE,
                    "base",
                    "a",
                    new Vec3(0.02, 0, 0.05),
                    Quat.fromRollPitchYaw(0.2, -0.1, 0.4),
                    new Vec3(0.3, 1, 0.2)),
                joint(
                    "rail",
                    Joint.Type.PRISMATIC,
                    "a",
                    "slide",
                    new Vec3(0, 0.03, 0.1),
                    Quat.fromRollPitchYaw(-0.3, 0.2, 0),
                    new Vec3(1, 0.2, -0.4)),
                joint(
                    "weld",
                    Joint.Type.FIXED,
                    "slide",
                    "wrist",
                    new Vec3(0.01, 0, 0.04),
                    Quat.fromRollPitchYaw(0.5, 0, 0.1),
                    Vec3.Z),
                joint(
                    "left-knuckle",
                    Joint.Type.REVOLUTE,
                    "wrist",
                    "left",
                    new Vec3(0.02, 0.03, 0.05),
                    Quat.IDENTITY,
                    new Vec3(1, 0, 0.3)),
                joint(
                    "right-knuckle",
                    Joint.Type.REVOLUTE,
                    "slide",
                    "right",
                    new Vec3(-0.03, 0.02, 0.05),
                    Quat.fromRollPitchYaw(0, 0.3, 0),
                    new Vec3(0.5, 1, 0))),
            List.of(
                new Actuator("drive", "shoulder", 3, 0.2, 5, 4),
                new Actuator("saturated", "left-knuckle", 3, 0.1, 0.05, 4),
                new Actuator("slow", "right-knuckle", 5, 0.1, 5, 0.5)));
    List<Link> links = new ArrayList<>(model.links());
    links.set(4, link("left", tip));
    links.set(5, link("right", ball));
    RobotModel armed =
        new RobotModel(model.name(), model.root(), links, model.joints(), model.actuators());
    return new SceneRobot(
        "robot",
        armed,
        Pose.inWorld("robot", new Vec3(0.1, -0.2, 0.3), Quat.fromRollPitchYaw(0.1, 0.2, 0.3)),
        TestWorlds.RUBBER,
        new JointVector(armed.kinematicOrder(), positions));
  }

  /** The same robot with a joint of other limits. */
  static SceneRobot limited(SceneRobot robot, String name, double lower, double upper) {
    RobotModel model = robot.model();
    List<Joint> joints = new ArrayList<>(model.joints());
    joints.replaceAll(
        it ->
            !it.name().equals(name)
                ? it
                : new Joint(
                    it.name(),
                    it.type(),
                    it.parent(),
                    it.child(),
                    it.position(),
                    it.rotation(),
                    it.axis(),
                    lower,
                    upper,
                    it.damping(),
                    it.friction(),
                    it.armature()));
    RobotModel limited =
        new RobotModel(model.name(), model.root(), model.links(), joints, model.actuators());
    return new SceneRobot(
        robot.name(),
        limited,
        robot.base(),
        robot.material(),
        new JointVector(
            limited.kinematicOrder(), robot.positions().values(model.kinematicOrder())));
  }

  /** A chain of equal rods that hang from hinges about y, without friction. */
  static SceneRobot chain(int rods, double length, double mass, double... positions) {
    double moment = mass * length * length / 12;
    List<Link> links = new ArrayList<>();
    links.add(new Link("base", Optional.empty(), List.of()));
    List<Joint> joints = new ArrayList<>();
    for (int i = 0; i < rods; i++) {
      links.add(
          new Link(
              "rod-" + i,
              Optional.of(
                  new MassProperties(
                      mass,
                      new Vec3(0, 0, -length / 2),
                      SymmetricMatrix3.diagonal(moment, moment, 1e-6))),
              List.of()));
      joints.add(
          new Joint(
              "hinge-" + i,
              Joint.Type.REVOLUTE,
              i == 0 ? "base" : "rod-" + (i - 1),
              "rod-" + i,
              i == 0 ? Vec3.ZERO : new Vec3(0, 0, -length),
              Quat.IDENTITY,
              Vec3.Y,
              -10,
              10,
              0,
              0,
              0));
    }
    RobotModel model = new RobotModel("chain", "base", links, joints, List.of());
    return new SceneRobot(
        "chain",
        model,
        Pose.inWorld("chain", Vec3.Z, Quat.IDENTITY),
        TestWorlds.RUBBER,
        new JointVector(model.kinematicOrder(), positions));
  }
}
