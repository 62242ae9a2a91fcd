package org.dextwin.retarget.vector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dextwin.api.learning.HumanFinger;
import org.dextwin.api.learning.HumanHandPose;
import org.dextwin.api.learning.RetargetedPose;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.mechanics.kinematics.JointRanges;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.dextwin.testkit.retarget.SyntheticHumanHand;

/**
 * Human hands that a robot hand can follow exactly: their fingertips are where the robot's were.
 */
final class Reach {

  /** Two fingertips nearer than this touch, and cannot both be reached. */
  private static final double CLEAR = 0.001;

  final HandModel hand;
  final KinematicTree tree;
  private final LinkPoses poses;
  private final HandLikeness likeness;
  private final FingerSkeleton skeleton;
  private final JointRanges ranges;

  Reach(HandModel hand, VectorConfig config) {
    this.hand = hand;
    tree = new KinematicTree(hand.robot());
    poses = tree.newPoses();
    likeness = HandLikeness.of(hand, config);
    skeleton = new FingerSkeleton(tree, hand.fingers());
    ranges = new JointRanges(hand.robot());
  }

  /** Random joint positions at which fingers are apart. */
  List<double[]> poses(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<double[]> all = new ArrayList<>();
    while (all.size() < count) {
      double[] q = ranges.draw(random);
      if (skeleton.clearance(q) > CLEAR) {
        all.add(q);
      }
    }
    return all;
  }

  /** Joints that swing, each at its own pace, up to 3 rad/s; ends where fingers would touch. */
  List<double[]> motion(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] phases = new double[ranges.size()];
    double[] paces = new double[ranges.size()];
    for (int i = 0; i < phases.length; i++) {
      phases[i] = random.nextDouble(2 * Math.PI);
      paces[i] = random.nextDouble(1, 4);
    }
    List<double[]> all = new ArrayList<>();
    for (int frame = 0; frame < count; frame++) {
      double[] q = new double[ranges.size()];
      for (int i = 0; i < q.length; i++) {
        double range = ranges.joint(i).upper() - ranges.joint(i).lower();
        q[i] = ranges.middle(i, 0) + 0.4 * range * Math.sin(phases[i] + paces[i] * frame / 30.0);
      }
      if (skeleton.clearance(q) <= CLEAR) {
        break;
      }
      all.add(q);
    }
    return all;
  }

  /** The human hand whose fingertips are those of the robot hand. */
  HumanHandPose human(double[] q, Pose palm) {
    tree.forward(q, 0, poses);
    Map<HumanFinger, SyntheticHumanHand.Tip> tips = new HashMap<>();
    for (HandLikeness.Pair pair : likeness.pairs()) {
      Finger finger = pair.finger();
      int link = tree.linkIndex(finger.tipLink());
      Vec3 tip = poses.point(link, finger.tip());
      Vec3 along = tip.minus(poses.position(link)).normalized();
      tips.put(
          pair.human(),
          new SyntheticHumanHand.Tip(
              palm.transform(tip.plus(along.times(finger.tipRadius()))),
              palm.rotation().rotate(along)));
    }
    return SyntheticHumanHand.reaching(
        hand.side(), likeness.human(), palm.times(likeness.knuckleInPalm()), tips);
  }

  /** Distance of the worst fingertip from where the robot's was [m]. */
  double error(double[] q, Pose palm, RetargetedPose result) {
    tree.forward(q, 0, poses);
    Map<String, Vec3> wanted = new HashMap<>();
    for (HandLikeness.Pair pair : likeness.pairs()) {
      Finger finger = pair.finger();
      Vec3 tip = poses.point(tree.linkIndex(finger.tipLink()), finger.tip());
      wanted.put(finger.name(), palm.transform(tip));
    }
    tree.forward(result.positions(), poses);
    double worst = 0;
    for (HandLikeness.Pair pair : likeness.pairs()) {
      Finger finger = pair.finger();
      Vec3 tip =
          result.palm().transform(poses.point(tree.linkIndex(finger.tipLink()), finger.tip()));
      worst = Math.max(worst, tip.distanceTo(wanted.get(finger.name())));
    }
    return worst;
  }

  static Pose palm(int frame, String world, String palm) {
    return new Pose(
        world,
        palm,
        new Vec3(0.35 + 0.05 * Math.sin(0.02 * frame), 0.02, 0.45),
        Quat.fromRollPitchYaw(0.2 + 0.1 * Math.sin(0.03 * frame), 0.3, 0.4));
  }
}
