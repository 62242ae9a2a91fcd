package org.dextwin.retarget.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.mechanics.kinematics.KinematicTree;

/**
 * A hand together with what moves it: nothing, an arm, or six joints of no substance.
 *
 * @param hand the hand
 * @param tree everything
 * @param palm name of the palm link in it
 * @param fingers the fingers, under their names in it
 * @param base X_WB of its root, if it stands in the world
 * @param handStart index of the hand's first joint; its joints are the last
 * @param isReal whether the joints before are those of a robot
 */
record Carrier(
    HandModel hand,
    KinematicTree tree,
    String palm,
    List<Finger> fingers,
    Optional<Pose> base,
    int handStart,
    boolean isReal) {

  /** How far the palm of a free hand may yield. */
  private static final double LARGEST_SHIFT = 0.15;

  private static final double LARGEST_TURN = 1;

  /** A hand whose palm is put somewhere. */
  static Carrier of(HandModel hand) {
    return new Carrier(
        hand,
        new KinematicTree(hand.robot()),
        hand.robot().root(),
        hand.fingers(),
        Optional.empty(),
        0,
        true);
  }

  /** A hand on an arm. */
  static Carrier of(ArmModel arm, HandModel hand, Pose X_WB) {
    return new Carrier(
        hand,
        new KinematicTree(arm.robot()),
        ArmModel.TOOL_PREFIX + hand.robot().root(),
        arm.fingers(),
        Optional.of(X_WB),
        arm.armJoints().size(),
        true);
  }

  /** A hand that yields along and about the axes of the place where it is put. */
  static Carrier floating(HandModel hand) {
    RobotModel robot = hand.robot();
    List<Link> links = new ArrayList<>();
    List<Joint> joints = new ArrayList<>();
    List<Vec3> axes = List.of(Vec3.X, Vec3.Y, Vec3.Z);
    for (int i = 0; i < 6; i++) {
      boolean slides = i < 3;
      double reach = slides ? LARGEST_SHIFT : LARGEST_TURN;
      links.add(new Link("float-" + i, Optional.empty(), List.of()));
      joints.add(
          new Joint(
              "float-joint-" + i,
              slides ? Joint.Type.PRISMATIC : Joint.Type.REVOLUTE,
              "float-" + i,
              i < 5 ? "float-" + (i + 1) : robot.root(),
              Vec3.ZERO,
              Quat.IDENTITY,
              axes.get(i % 3),
              -reach,
              reach,
              0,
              0,
              0));
    }
    links.addAll(robot.links());
    joints.addAll(robot.joints());
    RobotModel floating =
        new RobotModel("floating-" + robot.name(), "float-0", links, joints, List.of());
    return new Carrier(
        hand,
        new KinematicTree(floating),
        robot.root(),
        hand.fingers(),
        Optional.empty(),
        6,
        false);
  }

  /** Number of joints in all. */
  int size() {
    return tree.velocityCount();
  }

  /** The middle of a joint's range; where it has none, the place nearest to zero. */
  static double middle(Joint joint) {
    double range = joint.upper() - joint.lower();
    return Double.isFinite(range)
        ? joint.lower() + range / 2
        : Math.max(joint.lower(), Math.min(joint.upper(), 0));
  }

  /** The middle of all joints' ranges. */
  double[] middle() {
    return tree.model().movingJoints().stream().mapToDouble(Carrier::middle).toArray();
  }
}
