package org.dextwin.testkit.robot;

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

/**
 * A gripper of two fingers with two joints each, for tests of what uses hands; its motors are wired
 * in another order than its joints.
 *
 * <p><i>Thread safety</i>: thread-safe; the model is immutable.
 */
public final class FakeHand implements Hand {

  private static final double PHALANX = 0.05;
  private static final double RADIUS = 0.01;

  private final HandModel model;

  /**
   * Makes a hand.
   *
   * @param side which hand the model says it is
   */
  public FakeHand(HandModel.Side side) {
    List<Link> links = new ArrayList<>();
    List<Joint> joints = new ArrayList<>();
    links.add(link("palm", 0.3, 0.04));
    addFinger("left", 0.03, links, joints);
    addFinger("right", -0.03, links, joints);
    List<Actuator> motors =
        List.of(motor("right-1"), motor("right-2"), motor("left-1"), motor("left-2"));
    this.model =
        new HandModel(
            new RobotModel("fake-hand", "palm", links, joints, motors),
            side,
            List.of(finger("right"), finger("left")));
  }

  private static void addFinger(String name, double y, List<Link> links, List<Joint> joints) {
    links.add(link(name + "-link-1", 0.03, RADIUS));
    links.add(link(name + "-link-2", 0.02, RADIUS));
    joints.add(joint(name + "-1", "palm", name + "-link-1", new Vec3(0, y, 0.05)));
    joints.add(joint(name + "-2", name + "-link-1", name + "-link-2", new Vec3(0, 0, PHALANX)));
  }

  private static Link link(String name, double mass, double radius) {
    double moment = 0.4 * mass * radius * radius;
    return new Link(
        name,
        Optional.of(
            new MassProperties(mass, Vec3.ZERO, SymmetricMatrix3.diagonal(moment, moment, moment))),
        List.of(Collider.centred(name + "-ball", new Shape.Sphere(radius))));
  }

  private static Joint joint(String name, String parent, String child, Vec3 position) {
    return new Joint(
        name,
        Joint.Type.REVOLUTE,
        parent,
        child,
        position,
        Quat.IDENTITY,
        Vec3.X,
        -0.5,
        1.5,
        0.01,
        0,
        1e-5);
  }

  private static Actuator motor(String joint) {
    return new Actuator(joint + "-motor", joint, 1, 0.05, 0.5, 10);
  }

  private static Finger finger(String name) {
    return new Finger(
        name, List.of(name + "-1", name + "-2"), name + "-link-2", new Vec3(0, 0, PHALANX), RADIUS);
  }

  @Override
  public HandModel model() {
    return model;
  }

  @Override
  public void close() {}
}
