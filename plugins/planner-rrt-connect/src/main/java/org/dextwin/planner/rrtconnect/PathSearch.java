package org.dextwin.planner.rrtconnect;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.dextwin.api.learning.MotionGoal;
import org.dextwin.api.learning.MotionPlanningException;
import org.dextwin.api.learning.MotionPlanningException.Reason;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.JointVector;
import org.dextwin.mechanics.collision.RobotClearance;
import org.dextwin.mechanics.ik.IkOptions;
import org.dextwin.mechanics.ik.IkSolution;
import org.dextwin.mechanics.ik.IkTarget;
import org.dextwin.mechanics.ik.InverseKinematics;
import org.dextwin.mechanics.kinematics.HeldJoints;
import org.dextwin.mechanics.kinematics.JointRanges;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.planning.JointPath;
import org.dextwin.mechanics.planning.PlanOptions;
import org.dextwin.mechanics.planning.RrtConnect;

/** Finds a path to joint positions, or to one of several that have a pose. */
final class PathSearch {

  /** How strongly joint positions near the start are preferred among those with a pose. */
  private static final double NEARNESS = 0.2;

  private final KinematicTree tree;
  private final Pose X_WB;
  private final RobotClearance field;
  private final RrtConnectConfig config;
  private final long seed;
  private final RrtConnect planner;

  PathSearch(
      KinematicTree tree, Pose X_WB, RobotClearance field, RrtConnectConfig config, long seed) {
    this.tree = tree;
    this.X_WB = X_WB;
    this.field = field;
    this.config = config;
    this.seed = seed;
    planner =
        new RrtConnect(
            tree.model(),
            field,
            new PlanOptions(
                config.marginM(),
                PlanOptions.DEFAULT.step(),
                config.extension(),
                config.extensions(),
                config.shortcuts(),
                seed));
  }

  JointPath find(JointVector start, MotionGoal goal, HeldJoints held) {
    if (goal instanceof MotionGoal.Configuration end) {
      return planner.plan(start, held.ofRest(end.positions()));
    } else if (goal instanceof MotionGoal.LinkPose end) {
      return toPose(start, end.poseInWorld());
    }
    throw new IllegalArgumentException("the goal is of an unknown kind: " + goal);
  }

  /** Tries joint positions near the start first, then whatever others have the pose. */
  private JointPath toPose(JointVector start, Pose X_WL) {
    planner.requireStart(start);
    JointRanges ranges = new JointRanges(tree.model());
    SplittableRandom random = new SplittableRandom(seed);
    JointVector from = start;
    for (int left = config.goalConfigurations(); ; left--) {
      IkSolution end = positionsNear(from, X_WL);
      try {
        return planner.plan(start, end.positions());
      } catch (MotionPlanningException e) {
        if (e.reason() != Reason.NO_WAY_FOUND || left == 1) {
          throw e;
        }
      }
      from = new JointVector(tree.order(), ranges.draw(random));
    }
  }

  private IkSolution positionsNear(JointVector from, Pose X_WL) {
    IkOptions options =
        IkOptions.DEFAULT
            .withSeed(seed)
            .withPreference(0, NEARNESS)
            .withClearance(config.marginM());
    IkSolution solution =
        new InverseKinematics(tree, X_WB, options, field)
            .solve(List.of(IkTarget.ofPose(X_WL)), from);
    return switch (solution.outcome()) {
      case SOLVED -> solution;
      case NOT_REACHED ->
          throw new MotionPlanningException(Reason.GOAL_OUT_OF_REACH, message(X_WL, solution));
      case IN_COLLISION ->
          throw new MotionPlanningException(
              Reason.GOAL_IN_COLLISION,
              message(X_WL, solution)
                  + ": nearest there were "
                  + field.describeClosest(solution.positions().values(tree.order())));
    };
  }

  private static String message(Pose X_WL, IkSolution solution) {
    Vec3 p = X_WL.position();
    return String.format(
        Locale.ROOT,
        "the goal of link '%s' at (%.4f, %.4f, %.4f) m: %s",
        X_WL.body(),
        p.x(),
        p.y(),
        p.z(),
        solution.explanation());
  }
}
