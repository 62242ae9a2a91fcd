package org.dextwin.task.grasp.internal.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.mechanics.collision.RobotClearance;
import org.dextwin.mechanics.ik.IkOptions;
import org.dextwin.mechanics.ik.IkSolution;
import org.dextwin.mechanics.ik.IkTarget;
import org.dextwin.mechanics.ik.InverseKinematics;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.dextwin.task.grasp.internal.control.ForceShares;
import org.dextwin.task.grasp.internal.control.GripStatics;

/**
 * Finds the precision grips of a hand: random postures of fingers that bend alike, made to oppose
 * by inverse kinematics, then opened and closed step by step. The hand alone decides; the same hand
 * gives the same grips.
 */
final class PrecisionGrips {

  private static final long SEED = 20250101;
  private static final double NARROWEST = 0.01;
  private static final double WIDEST = 0.1;

  /** Where the search starts [m]. */
  private static final double MIDDLE = 0.05;

  private static final double LEAST_RANGE = 0.03;
  private static final int TRIES = 200;
  private static final int KEPT_PER_GROUP = 2;
  private static final double TOLERANCE = 1e-3;

  /**
   * Distance of the capsules that cover links [m]. Capsules round boxes of a servo's size stand out
   * by 6 mm, so links that overlap by as much on both sides need not touch at all.
   */
  private static final double CLEARANCE = -0.012;

  /** Gap between neighbouring fingertips on one side [m]. */
  private static final double GAP = 0.004;

  private final HandModel hand;
  private final KinematicTree tree;
  private final LinkPoses poses;
  private final GripStatics statics;
  private final RobotClearance clearance;
  private final InverseKinematics ik;
  private final InverseKinematics next;
  private final double[] rest;
  private final SplittableRandom random = new SplittableRandom(SEED);

  PrecisionGrips(HandModel hand, GripStatics statics) {
    this.hand = hand;
    this.tree = new KinematicTree(hand.robot());
    this.poses = tree.newPoses();
    this.statics = statics;
    Pose palm = Pose.identity(Pose.WORLD, hand.robot().root());
    this.clearance = new RobotClearance(tree, palm, List.of());
    this.ik = new InverseKinematics(tree, palm, new IkOptions(TOLERANCE, 1, 60, SEED, 0.2, 0, 0));
    this.next = new InverseKinematics(tree, palm, new IkOptions(TOLERANCE, 1, 60, SEED, 0, 0.5, 0));
    this.rest =
        hand.robot().movingJoints().stream()
            .mapToDouble(joint -> Math.max(joint.lower(), Math.min(0, joint.upper())))
            .toArray();
  }

  /** Returns the grips, the strongest first. */
  List<PrecisionGrip> find() {
    List<PrecisionGrip> all = new ArrayList<>();
    int fingers = hand.fingers().size();
    for (int opposer = 0; opposer < fingers; opposer++) {
      for (int set = 1; set < 1 << fingers; set++) {
        // two point contacts leave the object free to turn about their line
        boolean steady = Integer.bitCount(set) >= Math.min(2, fingers - 1);
        if (steady && (set & 1 << opposer) == 0) {
          all.addAll(ofGroup(opposer, members(set)));
        }
      }
    }
    all.sort(Comparator.comparingDouble(PrecisionGrips::worth).reversed());
    return all;
  }

  /** Strength counts, and every further finger steadies the object. */
  private static double worth(PrecisionGrip grip) {
    return grip.leastGrip() * grip.others().size();
  }

  private static List<Integer> members(int set) {
    List<Integer> members = new ArrayList<>();
    for (int i = 0; set >> i != 0; i++) {
      if ((set >> i & 1) == 1) {
        members.add(i);
      }
    }
    return List.copyOf(members);
  }

  private List<PrecisionGrip> ofGroup(int opposer, List<Integer> others) {
    List<PrecisionGrip> found = new ArrayList<>();
    for (int i = 0; i < TRIES; i++) {
      draw(opposer, others).filter(grip -> grip.range() >= LEAST_RANGE).ifPresent(found::add);
    }
    found.sort(Comparator.comparingDouble(PrecisionGrips::worth).reversed());
    return found.subList(0, Math.min(KEPT_PER_GROUP, found.size()));
  }

  private Optional<PrecisionGrip> draw(int opposer, List<Integer> others) {
    double[] q = rest.clone();
    draw(q, opposer, drawShares());
    double[] alike = drawShares();
    others.forEach(finger -> draw(q, finger, alike));
    tree.forward(q, 0, poses);
    Vec3 alone = tip(opposer);
    Vec3 group = Vec3.ZERO;
    for (int finger : others) {
      group = group.plus(tip(finger).times(1.0 / others.size()));
    }
    if (alone.distanceTo(group) < TOLERANCE) {
      return Optional.empty();
    }
    Vec3 center = alone.plus(group).times(0.5);
    Vec3 axis = alone.minus(group).normalized();
    Vec3 toPalm = center.negated();
    Vec3 back = toPalm.minus(axis.times(toPalm.dot(axis)));
    if (back.norm() < TOLERANCE) {
      return Optional.empty();
    }
    Vec3 row = tip(others.get(others.size() - 1)).minus(tip(others.get(0)));
    Vec3 across = row.minus(axis.times(row.dot(axis)));
    Vec3 line = across.norm() > TOLERANCE ? across.normalized() : Vec3.ZERO;
    Group members = new Group(opposer, others, center, axis, line);
    Optional<Pinch> middle = pinch(members, MIDDLE, q, ik);
    return middle.map(
        start ->
            new PrecisionGrip(
                opposer, others, center, axis, back.normalized(), opened(members, start)));
  }

  /**
   * Where tips are to be.
   *
   * @param line direction in which the others stand in a row
   */
  private record Group(int opposer, List<Integer> others, Vec3 center, Vec3 axis, Vec3 line) {}

  /** Opens and closes a pinch as far as it goes. */
  private List<Pinch> opened(Group group, Pinch start) {
    Deque<Pinch> pinches = new ArrayDeque<>(List.of(start));
    Optional<Pinch> found = Optional.of(start);
    while (found.isPresent() && found.get().aperture() < WIDEST) {
      Pinch last = pinches.getLast();
      found = pinch(group, last.aperture() + PrecisionGrip.STEP, last.q(), next);
      found.ifPresent(pinches::addLast);
    }
    found = Optional.of(start);
    while (found.isPresent() && found.get().aperture() > NARROWEST) {
      Pinch first = pinches.getFirst();
      found = pinch(group, first.aperture() - PrecisionGrip.STEP, first.q(), next);
      found.ifPresent(pinches::addFirst);
    }
    return List.copyOf(pinches);
  }

  private Optional<Pinch> pinch(
      Group group, double aperture, double[] start, InverseKinematics solver) {
    IkSolution solution =
        solver.solve(targets(group, aperture), new JointVector(tree.order(), start));
    double[] q = solution.positions().values(tree.order());
    if (!solution.isSolved() || clearance.clearance(q) < CLEARANCE) {
      return Optional.empty();
    }
    tree.forward(q, 0, poses);
    List<Vec3> directions = new ArrayList<>();
    for (int i = 0; i < hand.fingers().size(); i++) {
      int side = i == group.opposer() ? 1 : group.others().contains(i) ? -1 : 0;
      directions.add(group.axis().times(-side));
      if (side != 0 && !comesFromOutside(i, side, group, aperture)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Pinch(q, aperture, statics.largestGrip(q, ForceShares.of(directions))));
  }

  private double[] drawShares() {
    int most = hand.fingers().stream().mapToInt(finger -> finger.joints().size()).max().orElse(0);
    return random.doubles(most).toArray();
  }

  /** Sets the joints of a finger to shares of their ranges. */
  private void draw(double[] q, int finger, double[] shares) {
    List<String> names = hand.fingers().get(finger).joints();
    for (int k = 0; k < names.size(); k++) {
      int i = tree.order().indexOf(names.get(k));
      Joint joint = hand.robot().movingJoints().get(i);
      q[i] = joint.lower() + (joint.upper() - joint.lower()) * shares[k];
    }
  }

  private Vec3 tip(int finger) {
    Finger it = hand.fingers().get(finger);
    return poses.point(tree.linkIndex(it.tipLink()), it.tip());
  }

  /** The tips of the others stand in a row, in the order of their fingers, across the axis. */
  private List<IkTarget> targets(Group group, double aperture) {
    List<IkTarget> targets = new ArrayList<>();
    Finger alone = hand.fingers().get(group.opposer());
    targets.add(
        IkTarget.ofTip(
            alone, group.center().plus(group.axis().times(aperture / 2 + alone.tipRadius()))));
    List<Integer> others = group.others();
    for (int k = 0; k < others.size(); k++) {
      Finger finger = hand.fingers().get(others.get(k));
      double place = (k - (others.size() - 1) / 2.0) * (2 * finger.tipRadius() + GAP);
      targets.add(
          IkTarget.ofTip(
              finger,
              group
                  .center()
                  .minus(group.axis().times(aperture / 2 + finger.tipRadius()))
                  .plus(group.line().times(place))));
    }
    return targets;
  }

  /** The last joint must not stand between the tips, where the object will be. */
  private boolean comesFromOutside(int finger, int side, Group group, double aperture) {
    Vec3 joint = poses.position(tree.linkIndex(hand.fingers().get(finger).tipLink()));
    return side * joint.minus(group.center()).dot(group.axis()) > aperture / 2;
  }
}
