package com.acme.springlab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.api.robot.Hand;

/** A palm with one finger along z, which bends about x. */
final class OneFinger implements Hand {

  private final HandModel model;

  OneFinger(FingerFile file, double stiffness) {
    List<Link> links = new ArrayList<>();
    List<Joint> joints = new ArrayList<>();
    List<Actuator> motors = new ArrayList<>();
    links.add(link("palm", file.palmMass(), file.palmRadius()));
    String parent = "palm";
    double reach = file.palmRadius(); // to the next joint
    for (FingerFile.Phalanx phalanx : file.phalanges()) {
      String joint = phalanx.name() + "-joint";
      links.add(link(phalanx.name(), phalanx.mass(), file.tipRadius()));
      joints.add(joint(joint, parent, phalanx.name(), reach, file));
      motors.add(motor(joint, stiffness));
      parent = phalanx.name();
      reach = phalanx.length();
    }
    Finger finger =
        new Finger(
            "finger",
            joints.stream().map(Joint::name).toList(),
            parent,
            new Vec3(0, 0, reach),
            file.tipRadius());
    RobotModel robot = new RobotModel("one-finger", "palm", links, joints, motors);
    model = new HandModel(robot, HandModel.Side.RIGHT, List.of(finger));
  }

  private static Link link(String name, double mass, double radius) {
    double moment = 0.4 * mass * radius * radius; // of a ball
    return new Link(
        name,
        Optional.of(
            new MassProperties(mass, Vec3.ZERO, SymmetricMatrix3.diagonal(moment, moment, moment))),
        List.of(Collider.centred(name, new Shape.Sphere(radius))));
  }

  private static Joint joint(
      String name, String parent, String child, double height, FingerFile file) {
    double damping = 0.005; // [N m s/rad]
    double armature = 1e-4; // [kg m^2]
    return new Joint(
        name,
        Joint.Type.REVOLUTE,
        parent,
        child,
        new Vec3(0, 0, height),
        Quat.IDENTITY,
        Vec3.X,
        file.lower(),
        file.upper(),
        damping,
        0,
        armature);
  }

  private static Actuator motor(String joint, double stiffness) {
    double damping = 0.05 * stiffness; // [N m s/rad]
    double torque = 0.3; // [N m]
    double speed = 8; // [rad/s]
    return new Actuator(joint + "-motor", joint, stiffness, damping, torque, speed);
  }

  @Override
  public HandModel model() {
    return model;
  }

  @Override
  public void close() {}
}
