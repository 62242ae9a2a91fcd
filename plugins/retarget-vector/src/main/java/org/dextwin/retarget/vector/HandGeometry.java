package org.dextwin.retarget.vector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.dextwin.api.learning.HumanFinger;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/**
 * Tells the fingers of a robot hand apart by how they stand and close: with its joints at zero it
 * is taken to be open, and the middle of its joints' ranges to be half closed.
 */
final class HandGeometry {

  /** The thumb must be this much less like the others than the finger after it. */
  private static final double LEAST_DIFFERENCE = 0.2;

  private static final List<HumanFinger> OTHERS =
      List.of(HumanFinger.INDEX, HumanFinger.MIDDLE, HumanFinger.RING, HumanFinger.LITTLE);

  private final HandModel hand;
  private final List<FingerGeometry> fingers;

  HandGeometry(HandModel hand) {
    this.hand = hand;
    KinematicTree tree = new KinematicTree(hand.robot());
    LinkPoses open = poses(tree, joint -> Math.max(joint.lower(), Math.min(joint.upper(), 0)));
    LinkPoses half = poses(tree, Carrier::middle);
    fingers = hand.fingers().stream().map(finger -> measure(tree, open, half, finger)).toList();
  }

  private static LinkPoses poses(KinematicTree tree, ToDoubleFunction<Joint> position) {
    LinkPoses poses = tree.newPoses();
    tree.forward(tree.model().movingJoints().stream().mapToDouble(position).toArray(), 0, poses);
    return poses;
  }

  private static FingerGeometry measure(
      KinematicTree tree, LinkPoses open, LinkPoses half, Finger finger) {
    int first = tree.movedLink(tree.order().indexOf(finger.joints().get(0)));
    int last = tree.linkIndex(finger.tipLink());
    Vec3 base = open.position(first);
    Vec3 tip = open.point(last, finger.tip());
    Vec3 way = half.point(last, finger.tip()).minus(tip);
    Vec3 along = tip.minus(base);
    Vec3 ahead = along.norm() == 0 ? Vec3.ZERO : along.normalized();
    Vec3 closing = way.norm() < 1e-6 ? Vec3.ZERO : way.normalized();
    Vec3 axis = lastAxis(tree, open, finger);
    return new FingerGeometry(
        finger.name(),
        base,
        ahead,
        closing,
        axis.cross(ahead).dot(closing) < 0 ? axis.negated() : axis,
        along.norm() + finger.tipRadius());
  }

  private static Vec3 lastAxis(KinematicTree tree, LinkPoses poses, Finger finger) {
    String last = finger.joints().get(finger.joints().size() - 1);
    int v = tree.order().indexOf(last);
    Vec3 axis = tree.model().movingJoints().get(v).axis();
    return poses.rotation(tree.movedLink(v)).rotate(axis);
  }

  List<FingerGeometry> fingers() {
    return fingers;
  }

  FingerGeometry finger(String name) {
    return fingers.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  /** All fingers but the one least like the others. */
  List<FingerGeometry> withoutThumb() {
    List<FingerGeometry> byLikeness = new ArrayList<>(fingers);
    byLikeness.sort(Comparator.comparingDouble(this::likenessToOthers));
    boolean isClear =
        fingers.size() > 2
            && likenessToOthers(byLikeness.get(1)) - likenessToOthers(byLikeness.get(0))
                >= LEAST_DIFFERENCE;
    if (!isClear) {
      throw new InvalidInputException(
          "hand '"
              + hand.robot().name()
              + "' has no finger that stands out as its thumb; say which finger follows which,"
              + " such as retargeter.vector.fingers { "
              + hand.fingers().get(0).name()
              + " = index }");
    }
    return byLikeness.subList(1, byLikeness.size());
  }

  private double likenessToOthers(FingerGeometry finger) {
    return fingers.stream().filter(it -> !it.equals(finger)).mapToDouble(finger::likeness).sum();
  }

  /** Names the fingers from the thumb's side on: index, middle, ring and little finger. */
  Map<String, HumanFinger> mapping(Quat R_HR) {
    List<FingerGeometry> row = new ArrayList<>(withoutThumb());
    double sign = hand.side() == HandModel.Side.RIGHT ? 1 : -1;
    Vec3 toThumb = R_HR.rotate(Vec3.Y).times(sign);
    row.sort(Comparator.comparingDouble(finger -> -finger.base().dot(toThumb)));
    Map<String, HumanFinger> mapping = new HashMap<>();
    fingers.stream()
        .filter(finger -> !row.contains(finger))
        .forEach(thumb -> mapping.put(thumb.name(), HumanFinger.THUMB));
    for (int i = 0; i < Math.min(row.size(), OTHERS.size()); i++) {
      mapping.put(row.get(i).name(), OTHERS.get(i));
    }
    return mapping;
  }

  /** R_HR by how parallel fingers point and close. */
  static Quat axes(HandModel hand, List<FingerGeometry> parallel) {
    Vec3 ahead = Vec3.ZERO;
    Vec3 closing = Vec3.ZERO;
    for (FingerGeometry finger : parallel) {
      ahead = ahead.plus(finger.ahead());
      closing = closing.plus(finger.closing());
    }
    Vec3 across = across(parallel);
    ahead = ahead.minus(across.times(across.dot(ahead)));
    closing = closing.minus(across.times(across.dot(closing)));
    if (!(ahead.cross(closing).norm() > 0.1 * parallel.size())) {
      throw new InvalidInputException(
          "fingers of hand '"
              + hand.robot().name()
              + "' do not tell where its palm looks; say so in retargeter.vector.axes { ahead ="
              + " [x, y, z], back = [x, y, z] }");
    }
    return axes(ahead, closing.negated());
  }

  /**
   * Axis about which fingers bend, if they agree; a bracket's offset to the side is no direction.
   */
  private static Vec3 across(List<FingerGeometry> parallel) {
    Vec3 sum = Vec3.ZERO;
    for (FingerGeometry finger : parallel) {
      sum = sum.plus(finger.axis());
    }
    return sum.norm() > 0.9 * parallel.size() ? sum.normalized() : Vec3.ZERO;
  }

  /** R_HR: x ahead, z out of the back of the hand. */
  static Quat axes(Vec3 ahead, Vec3 back) {
    Vec3 x = ahead.normalized();
    Vec3 z = back.minus(x.times(x.dot(back))).normalized();
    Vec3 y = z.cross(x);
    return Quat.fromMatrix(
        new double[] {x.x(), y.x(), z.x(), x.y(), y.y(), z.y(), x.z(), y.z(), z.z()});
  }
}
