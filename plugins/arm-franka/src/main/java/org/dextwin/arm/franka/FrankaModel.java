package org.dextwin.arm.franka;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.kinematics.DhChain;
import org.dextwin.mechanics.kinematics.DhRow;

/**
 * Writes the model of an arm: the base {@code link0}, seven links whose frames are those of
 * Franka's table of modified Denavit-Hartenberg parameters, and the flange.
 *
 * <p>Servos have the gains, joints the damping and rotor inertia of MuJoCo Menagerie's {@code
 * franka_emika_panda}; torques are limited as in Franka's documentation. Shapes are capsules round
 * the housings, wider than these by up to about a centimetre; that of the wrist on link 5 is the
 * one of Franka's own self-collision model (frankaemika/franka_description, {@code
 * franka_arm.xacro}).
 */
final class FrankaModel {

  private static final double RIGHT = Math.PI / 2;

  /** Franka Robotics, "Robot and interface specifications": a_{i-1}, alpha_{i-1}, d_i. */
  private static final DhChain CHAIN =
      DhChain.modified(
          List.of(
              new DhRow(0, 0, 0.333),
              new DhRow(0, -RIGHT, 0),
              new DhRow(0, RIGHT, 0.316),
              new DhRow(0.0825, RIGHT, 0),
              new DhRow(-0.0825, -RIGHT, 0.384),
              new DhRow(0, RIGHT, 0),
              new DhRow(0.088, RIGHT, 0)),
          new DhRow(0, 0, 0.107));

  private static final double DAMPING = 1;
  private static final double ARMATURE = 0.1;

  private static final List<Double> KP = List.of(4500.0, 4500.0, 3500.0, 3500.0, 2e3, 2e3, 2e3);
  private static final List<Double> TORQUE = List.of(87.0, 87.0, 87.0, 87.0, 12.0, 12.0, 12.0);

  /** kd over kp [s]. */
  private static final double DAMPING_TIME = 0.1;

  private static final String FLANGE = "flange";

  private final FrankaTable table;

  FrankaModel(FrankaConfig.Variant variant) {
    table = FrankaTable.of(variant);
  }

  ArmModel build() {
    List<List<Collider>> shapes = shapes();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      links.add(new Link("link" + i, Optional.of(table.links().get(i)), shapes.get(i)));
    }
    links.add(new Link(FLANGE, Optional.empty(), List.of()));

    List<Joint> joints = new ArrayList<>();
    List<Actuator> servos = new ArrayList<>();
    for (int i = 0; i < CHAIN.joints().size(); i++) {
      joints.add(revolute(i, CHAIN.joints().get(i)));
      double kp = KP.get(i);
      servos.add(
          new Actuator(
              "joint" + (i + 1) + "-servo",
              "joint" + (i + 1),
              kp,
              kp * DAMPING_TIME,
              TORQUE.get(i),
              table.velocity().get(i),
              table.acceleration().get(i),
              table.jerk().get(i)));
    }
    joints.add(fixed(CHAIN.flange()));
    return new ArmModel(new RobotModel(table.name(), "link0", links, joints, servos), FLANGE);
  }

  private Joint revolute(int i, Pose X_PC) {
    return new Joint(
        "joint" + (i + 1),
        Joint.Type.REVOLUTE,
        "link" + i,
        "link" + (i + 1),
        X_PC.position(),
        X_PC.rotation(),
        Vec3.Z,
        table.lower().get(i),
        table.upper().get(i),
        DAMPING,
        0,
        ARMATURE);
  }

  private static Joint fixed(Pose X_PC) {
    return new Joint(
        FLANGE + "-mount",
        Joint.Type.FIXED,
        "link7",
        FLANGE,
        X_PC.position(),
        X_PC.rotation(),
        Vec3.Z,
        0,
        0,
        0,
        0,
        0);
  }

  private static List<List<Collider>> shapes() {
    return List.of(
        List.of(box("foot", new Vec3(-0.04, 0, 0.07), 0.115, 0.095, 0.07)),
        List.of(capsule("shoulder", new Vec3(0, 0, -0.19), new Vec3(0, 0, 0), 0.075)),
        List.of(capsule("upper-arm", new Vec3(0, 0, 0), new Vec3(0, -0.19, 0), 0.075)),
        List.of(
            capsule("upper-arm", new Vec3(0, 0, -0.11), new Vec3(0, 0, -0.01), 0.07),
            capsule("elbow", new Vec3(0.0825, 0.04, 0), new Vec3(0.0825, 0.07, 0), 0.06)),
        List.of(
            capsule("elbow", new Vec3(0, 0, -0.03), new Vec3(0, 0, 0.03), 0.065),
            capsule("forearm", new Vec3(-0.0825, 0.05, 0), new Vec3(-0.0825, 0.13, 0), 0.07)),
        List.of(
            capsule("forearm", new Vec3(0, 0, -0.26), new Vec3(0, 0.01, -0.2), 0.065),
            // thin, as Franka's own model for self-collision has it: the hand's side of link 7
            // comes
            // near it where joint 6 of an FR3 is bent furthest
            capsule("wrist", new Vec3(0, 0.08, -0.2), new Vec3(0, 0.08, -0.06), 0.025)),
        List.of(
            capsule("wrist", new Vec3(0, 0, -0.045), new Vec3(0, 0, 0.01), 0.05),
            capsule("wrist-arm", new Vec3(0, 0, 0), new Vec3(0.088, 0.01, 0), 0.045)),
        List.of(
            capsule("head", new Vec3(0, 0, 0.01), new Vec3(0, 0, 0.05), 0.045),
            new Collider(
                "plate", new Shape.Cylinder(0.0315, 0.01), new Vec3(0, 0, 0.097), Quat.IDENTITY)));
  }

  private static Collider box(String name, Vec3 center, double x, double y, double z) {
    return new Collider(name, new Shape.Box(x, y, z), center, Quat.IDENTITY);
  }

  /** The points within a radius of a line. */
  private static Collider capsule(String name, Vec3 from, Vec3 to, double radius) {
    Vec3 along = to.minus(from);
    return new Collider(
        name,
        new Shape.Capsule(radius, along.norm() / 2),
        from.plus(along.times(0.5)),
        turnFromZ(along.normalized()));
  }

  /** The shortest rotation that turns z to a direction. */
  private static Quat turnFromZ(Vec3 direction) {
    Vec3 axis = Vec3.Z.cross(direction);
    double angle = Math.atan2(axis.norm(), Vec3.Z.dot(direction));
    return axis.norm() == 0 ? Quat.IDENTITY : Quat.aboutAxis(axis, angle);
  }
}
