package org.dextwin.mechanics.planning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.dextwin.api.learning.MotionPlanningException;
import org.dextwin.api.learning.MotionPlanningException.Reason;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.RobotModel;
import org.dextwin.mechanics.collision.ClearanceField;
import org.dextwin.mechanics.kinematics.JointRanges;

/**
 * Plans paths in joint space: two trees of free lines grow from start and goal towards random
 * configurations and each other; the path that connects them is then shortened by straight lines
 * between random places of it. The same seed gives the same path.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Kuffner and LaValle 2000, "RRT-Connect: an
 * efficient approach to single-query path planning"; Geraerts and Overmars 2007, "Creating
 * high-quality paths for motion planning" (shortcuts).
 */
public final class RrtConnect {

  private final RobotModel model;
  private final ClearanceField field;
  private final PlanOptions options;
  private final JointRanges ranges;
  private final EdgeCheck check;

  /**
   * Prepares to plan.
   *
   * @param model the robot, for its joint limits
   * @param field signed distance from what must not be touched
   * @param options how to search
   */
  public RrtConnect(RobotModel model, ClearanceField field, PlanOptions options) {
    this.model = model;
    this.field = field;
    this.options = options;
    ranges = new JointRanges(model);
    check = new EdgeCheck(field, options.margin(), options.step());
  }

  /**
   * Plans a path.
   *
   * @param start where it begins, in the kinematic order
   * @param goal where it ends, in the kinematic order
   * @return a path free of collision
   * @throws MotionPlanningException if start or goal is out of limits or in collision, or the
   *     search is given up
   * @throws org.dextwin.api.model.JointOrderException if start or goal is in another order
   */
  public JointPath plan(JointVector start, JointVector goal) {
    requireStart(start);
    double[] from = start.values(model.kinematicOrder());
    double[] to = goal.values(model.kinematicOrder());
    requireWithinLimits("goal", to, Reason.GOAL_OUT_OF_LIMITS);
    requireFree("goal", to, Reason.GOAL_IN_COLLISION);
    SplittableRandom random = new SplittableRandom(options.seed());
    List<double[]> path =
        check.isFree(from, to)
            ? List.of(from, to)
            : new Shortcuts(check).shorten(search(from, to, random), options.shortcuts(), random);
    return new JointPath(
        path.stream().map(q -> new JointVector(model.kinematicOrder(), q)).toList());
  }

  /**
   * Requires that a motion can begin somewhere.
   *
   * @param start where it begins, in the kinematic order
   * @throws MotionPlanningException if it is out of limits or in collision
   * @throws org.dextwin.api.model.JointOrderException if it is in another order
   */
  public void requireStart(JointVector start) {
    double[] q = start.values(model.kinematicOrder());
    requireWithinLimits("start", q, Reason.START_OUT_OF_LIMITS);
    requireFree("start", q, Reason.START_IN_COLLISION);
  }

  private void requireWithinLimits(String what, double[] q, Reason reason) {
    for (int i = 0; i < q.length; i++) {
      Joint joint = ranges.joint(i);
      if (!(q[i] >= joint.lower() && q[i] <= joint.upper())) {
        throw new MotionPlanningException(
            reason,
            String.format(
                Locale.ROOT,
                "the %s has joint '%s' at %.4f, out of its limits %.4f to %.4f",
                what,
                joint.name(),
                q[i],
                joint.lower(),
                joint.upper()));
      }
    }
  }

  private void requireFree(String what, double[] q, Reason reason) {
    double clearance = field.clearance(q);
    if (!(clearance >= options.margin())) {
      throw new MotionPlanningException(
          reason,
          String.format(
              Locale.ROOT,
              "the %s is in collision or too close to it: %s; the margin is %.4f m",
              what,
              field.describeClosest(q),
              options.margin()));
    }
  }

  private List<double[]> search(double[] from, double[] to, SplittableRandom random) {
    SearchTree growing = new SearchTree(from);
    SearchTree other = new SearchTree(to);
    int tried = 0;
    boolean swapped = false;
    while (tried < options.extensions()) {
      double[] target = ranges.draw(random);
      int reached = extend(growing, growing.nearest(target), target);
      tried++;
      if (reached >= 0) {
        double[] bridge = growing.get(reached);
        int node = other.nearest(bridge);
        // connect: extend until the other tree arrives or something is in the way
        while (node >= 0 && Lines.length(other.get(node), bridge) > 0) {
          node = extend(other, node, bridge);
          tried++;
        }
        if (node >= 0) {
          return swapped
              ? joined(other.pathTo(node), growing.pathTo(reached))
              : joined(growing.pathTo(reached), other.pathTo(node));
        }
      }
      SearchTree swap = growing;
      growing = other;
      other = swap;
      swapped = !swapped;
    }
    throw new MotionPlanningException(
        Reason.NO_WAY_FOUND,
        "no path found with "
            + options.extensions()
            + " extensions; there may be none, or a narrow one that takes more extensions, a smaller"
            + " margin or another seed");
  }

  /** Grows a tree from a node towards a target; returns the new node, or -1. */
  private int extend(SearchTree tree, int node, double[] target) {
    double[] from = tree.get(node);
    double length = Lines.length(from, target);
    double[] to =
        length <= options.extension()
            ? target
            : Lines.point(from, target, options.extension() / length);
    return check.isFree(to) && check.isFree(from, to) ? tree.add(to, node) : -1;
  }

  private static List<double[]> joined(List<double[]> first, List<double[]> second) {
    List<double[]> path = new ArrayList<>(first);
    List<double[]> back = new ArrayList<>(second);
    Collections.reverse(back);
    path.addAll(back.subList(1, back.size())); // both end at the bridge
    return path;
  }
}
