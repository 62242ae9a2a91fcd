package org.dextwin.experiments.drex.internal.pushlog.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.Hand;

/**
 * A four-fingered hand with the measures and nominal link masses of the Allegro hand (right), whose
 * logs the synthetic pushes imitate. Motors and joints are numbered alike: 4 * finger + joint.
 */
public final class TestHand implements Hand {

  /** Nominal mass and centre of mass of one link. */
  private record Body(double mass, Vec3 center) {}

  /** Offset of a joint from the one before, and its axis. */
  private record Step(Vec3 offset, Quat turn, Vec3 axis, Body body) {}

  private static final HandModel MODEL = model(1);

  /**
   * Builds the hand with all link masses multiplied by a factor: a real hand's differ from nominal.
   */
  public static HandModel model(double massFactor) {
    List<Link> links = new ArrayList<>();
    List<Joint> joints = new ArrayList<>();
    List<Actuator> actuators = new ArrayList<>();
    List<Finger> fingers = new ArrayList<>();
    links.add(new Link("palm", Optional.empty(), List.of()));
    List<String> names = List.of("index", "middle", "ring", "thumb");
    for (int finger = 0; finger < names.size(); finger++) {
      String parent = "palm";
      List<String> own = new ArrayList<>();
      List<Step> chain = finger < 3 ? finger(finger) : thumb();
      for (int k = 0; k < chain.size(); k++) {
        Step step = chain.get(k);
        String link = names.get(finger) + "-link-" + k;
        String joint = names.get(finger) + "-" + k;
        links.add(new Link(link, Optional.of(mass(step.body(), massFactor)), List.of()));
        joints.add(
            new Joint(
                joint,
                Joint.Type.REVOLUTE,
                parent,
                link,
                step.offset(),
                step.turn(),
                step.axis(),
                -2,
                2,
                0,
                0,
                0));
        actuators.add(new Actuator(joint, joint, 1, 0.05, 0.7, 7));
        own.add(joint);
        parent = link;
      }
      Vec3 tip = new Vec3(0, 0, finger < 3 ? 0.0267 : 0.0423);
      fingers.add(new Finger(names.get(finger), own, parent, tip, 0.012));
    }
    RobotModel robot = new RobotModel("test-hand", "palm", links, joints, actuators);
    return new HandModel(robot, HandModel.Side.RIGHT, fingers);
  }

  private static List<Step> finger(int finger) {
    Vec3 base =
        switch (finger) {
          case 0 -> new Vec3(0, 0.0435, -0.001542);
          case 1 -> new Vec3(0, 0, 0.0007);
          default -> new Vec3(0, -0.0435, -0.001542);
        };
    double splay = Math.toRadians(5) * (finger - 1);
    return List.of(
        new Step(base, Quat.aboutAxis(Vec3.X, splay), Vec3.Z, body(0.0119, 0, 0, 0.0082)),
        new Step(new Vec3(0, 0, 0.0164), Quat.IDENTITY, Vec3.Y, body(0.065, 0, 0, 0.027)),
        new Step(new Vec3(0, 0, 0.054), Quat.IDENTITY, Vec3.Y, body(0.0355, 0, 0, 0.0192)),
        new Step(new Vec3(0, 0, 0.0384), Quat.IDENTITY, Vec3.Y, body(0.0264, 0, 0, 0.0199)));
  }

  private static List<Step> thumb() {
    return List.of(
        new Step(
            new Vec3(-0.0182, 0.019333, -0.045987),
            Quat.normalizing(0.477714, -0.521334, -0.521334, -0.477714),
            Vec3.X.negated(),
            body(0.0176, -0.0179, 0.009, 0.0145)),
        new Step(
            new Vec3(-0.027, 0.005, 0.0399), Quat.IDENTITY, Vec3.Z, body(0.0119, 0, 0, 0.00885)),
        new Step(new Vec3(0, 0, 0.0177), Quat.IDENTITY, Vec3.Y, body(0.038, 0, 0, 0.0257)),
        new Step(new Vec3(0, 0, 0.0514), Quat.IDENTITY, Vec3.Y, body(0.0556, 0, 0, 0.0237)));
  }

  private static Body body(double mass, double x, double y, double z) {
    return new Body(mass, new Vec3(x, y, z));
  }

  /** A slim rod: its own inertia is small beside that of its centre's distance. */
  private static MassProperties mass(Body body, double factor) {
    double mass = factor * body.mass();
    double own = mass * 1e-4;
    return new MassProperties(mass, body.center(), SymmetricMatrix3.diagonal(own, own, own));
  }

  @Override
  public HandModel model() {
    return MODEL;
  }

  @Override
  public void close() {}
}
