package org.dextwin.retarget.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.mechanics.kinematics.ToolMount;

/**
 * Robot hands with a thumb and some fingers of four joints, spread, then three that bend; open
 * fingers point along y of the palm and close towards -x, on purpose no axes of a known hand.
 */
final class TestHands {

  private static final double RADIUS = 0.01;
  private static final double[] PHALANGES = {0.05, 0.04, 0.03};

  private final List<Link> links = new ArrayList<>();
  private final List<Joint> joints = new ArrayList<>();
  private final List<Finger> fingers = new ArrayList<>();

  private TestHands() {}

  /** Fingers f0, f1, ... in a row from the thumb's side on; the thumb is in between them. */
  static HandModel hand(HandModel.Side side, int count) {
    TestHands parts = new TestHands();
    parts.links.add(link("palm"));
    // seen from the back (x towards the viewer, y up) a right thumb is to the left, at -z
    double toThumb = side == HandModel.Side.RIGHT ? 1 : -1;
    for (int i = 0; i < count; i++) {
      if (i == 1) {
        parts.addThumb(toThumb);
      }
      double z = toThumb * 0.03 * ((count - 1) / 2.0 - i);
      parts.addFinger("f" + i, new Vec3(0, 0.08, z), Quat.IDENTITY);
    }
    List<Actuator> motors =
        parts.joints.stream()
            .map(joint -> new Actuator(joint.name() + "-motor", joint.name(), 1, 0.05, 0.5, 10))
            .toList();
    RobotModel robot = new RobotModel("test-hand", "palm", parts.links, parts.joints, motors);
    return new HandModel(robot, side, parts.fingers);
  }

  private void addThumb(double toThumb) {
    // from the side of the palm, turned to close across it
    Quat turn = Quat.aboutAxis(Vec3.X, toThumb * 0.9).times(Quat.aboutAxis(Vec3.Y, toThumb * 1.1));
    addFinger("opposed", new Vec3(-0.015, 0.02, toThumb * 0.04), turn);
  }

  private void addFinger(String name, Vec3 base, Quat turn) {
    List<String> names = new ArrayList<>();
    String parent = "palm";
    for (int i = 0; i < 4; i++) {
      String child = name + "-link-" + i;
      links.add(link(child));
      names.add(name + "-" + i);
      joints.add(
          new Joint(
              name + "-" + i,
              Joint.Type.REVOLUTE,
              parent,
              child,
              i == 0 ? base : i == 1 ? Vec3.ZERO : Vec3.Y.times(PHALANGES[i - 2]),
              i == 0 ? turn : Quat.IDENTITY,
              i == 0 ? Vec3.X : Vec3.Z,
              i == 0 ? -0.35 : -0.2,
              i == 0 ? 0.35 : 1.6,
              0.01,
              0,
              1e-5));
      parent = child;
    }
    fingers.add(new Finger(name, names, parent, Vec3.Y.times(PHALANGES[2]), RADIUS));
  }

  private static Link link(String name) {
    return new Link(
        name,
        Optional.of(
            new MassProperties(0.02, Vec3.ZERO, SymmetricMatrix3.diagonal(1e-6, 1e-6, 1e-6))),
        List.of());
  }

  /** Six joints about alternating axes, which carry a hand. */
  static ArmModel arm(HandModel hand) {
    List<Link> links = new ArrayList<>(List.of(link("base")));
    List<Joint> joints = new ArrayList<>();
    List<Vec3> axes = List.of(Vec3.Z, Vec3.Y, Vec3.Y, Vec3.Z, Vec3.Y, Vec3.Z);
    double[] lengths = {0.2, 0.15, 0.35, 0.15, 0.2, 0.1};
    String parent = "base";
    for (int i = 0; i < lengths.length; i++) {
      String child = "arm-" + i;
      links.add(link(child));
      joints.add(
          new Joint(
              "joint-" + i,
              Joint.Type.REVOLUTE,
              parent,
              child,
              Vec3.Z.times(lengths[i]),
              Quat.IDENTITY,
              axes.get(i),
              -2.8,
              2.8,
              0.1,
              0,
              0.01));
      parent = child;
    }
    RobotModel robot = new RobotModel("test-arm", "base", links, joints, List.of());
    return ToolMount.mount(
        new ArmModel(robot, parent), hand, Pose.identity(parent, HandModel.MOUNT));
  }
}
