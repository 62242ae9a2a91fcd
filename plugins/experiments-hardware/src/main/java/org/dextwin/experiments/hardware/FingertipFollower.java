package org.dextwin.experiments.hardware;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.mechanics.ik.IkOptions;
import org.dextwin.mechanics.ik.IkSolution;
import org.dextwin.mechanics.ik.IkTarget;
import org.dextwin.mechanics.ik.InverseKinematics;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/**
 * Finds joints for fingertips that are displaced from where they were at the start, and goes as
 * near as it gets where they are out of reach. Displacements are in the frame of the mounting face,
 * whose z points to the fingers of any hand.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class FingertipFollower {

  /** Half a millimetre is nearer than a servo of 4096 steps a turn brings a finger of 10 cm. */
  private static final IkOptions OPTIONS = new IkOptions(5e-4, 1, 30, 0, 0, 0, 0);

  private static final int AXES = 3;

  private final List<Finger> fingers;
  private final List<Vec3> starts;
  private final Quat R_HM;
  private final JointOrder order;
  private final JointOrder kinematic;
  private final InverseKinematics search;
  private final JointVector start;
  private long unreached;

  private FingertipFollower(
      HandModel hand, JointOrder order, KinematicTree tree, JointVector start) {
    LinkPoses poses = tree.newPoses();
    tree.forward(start.values(tree.order()), 0, poses);
    this.fingers = hand.fingers();
    this.starts =
        fingers.stream()
            .map(finger -> poses.point(tree.linkIndex(finger.tipLink()), finger.tip()))
            .toList();
    this.R_HM = hand.mount().rotation();
    this.order = order;
    this.kinematic = tree.order();
    this.start = start;
    // the palm is where the world is
    this.search =
        new InverseKinematics(tree, Pose.identity(Pose.WORLD, hand.robot().root()), OPTIONS);
  }

  /** Prepares for a hand, whose joints start somewhere, in the order of its driver. */
  static FingertipFollower of(Robot robot, double[] start) {
    HandModel hand = robot.hand().orElseThrow();
    KinematicTree tree = new KinematicTree(hand.robot());
    return new FingertipFollower(
        hand, robot.order(), tree, new JointVector(robot.order(), start).in(tree.order()));
  }

  /**
   * Finds joints.
   *
   * @param displacements of the fingers' tips, three numbers each; NaN for one that stays [m]
   * @param from where the joints are, in the order of the driver [rad]
   * @return joints in this order [rad]
   */
  double[] joints(double[] displacements, double[] from) {
    List<IkTarget> targets = new ArrayList<>();
    for (int i = 0; i < fingers.size(); i++) {
      if (isKnown(displacements, AXES * i)) {
        Vec3 d = R_HM.rotate(Vec3.of(displacements, AXES * i));
        targets.add(IkTarget.ofTip(fingers.get(i), starts.get(i).plus(d)));
      }
    }
    if (targets.isEmpty()) {
      return from.clone();
    }
    IkSolution solution = solve(targets, new JointVector(order, from).in(kinematic));
    unreached += solution.isSolved() ? 0 : 1;
    return solution.positions().in(order).values(order);
  }

  /**
   * Searches from where the joints are, which keeps to their way of reaching; after a gap in the
   * input they may be at a limit that they get no further from, but do from where they started.
   */
  private IkSolution solve(List<IkTarget> targets, JointVector from) {
    IkSolution near = search.solve(targets, from);
    if (near.isSolved()) {
      return near;
    }
    IkSolution afresh = search.solve(targets, start);
    return afresh.residual() < near.residual() ? afresh : near;
  }

  private static boolean isKnown(double[] values, int at) {
    return Double.isFinite(values[at] + values[at + 1] + values[at + 2]);
  }

  /** How often a target was out of reach. */
  long unreached() {
    return unreached;
  }
}
