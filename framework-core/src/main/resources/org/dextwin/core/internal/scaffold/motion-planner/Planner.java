package @package@;

import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.learning.MotionGoal;
import org.dextwin.api.learning.MotionPlan;
import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.learning.MotionPlanningException;
import org.dextwin.api.learning.MotionPlanningException.Reason;
import org.dextwin.api.learning.MotionRequest;
import org.dextwin.api.math.Pose;
import org.dextwin.api.model.JointVector;
import org.dextwin.mechanics.collision.Obstacle;
import org.dextwin.mechanics.collision.RobotClearance;
import org.dextwin.mechanics.ik.IkOptions;
import org.dextwin.mechanics.ik.IkSolution;
import org.dextwin.mechanics.ik.IkTarget;
import org.dextwin.mechanics.ik.InverseKinematics;
import org.dextwin.mechanics.kinematics.HeldJoints;
import org.dextwin.mechanics.kinematics.JointRanges;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.planning.JointPath;
import org.dextwin.mechanics.planning.JointTrajectory;
import org.dextwin.mechanics.planning.MotionLimits;
import org.dextwin.mechanics.planning.PlanOptions;
import org.dextwin.mechanics.planning.RrtConnect;

/**
 * Finds joint positions for the goal, a path to them, and a timing for the path. Put a search of
 * your own in the place of {@link RrtConnect}.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
final class @Class@Planner implements MotionPlanner {

  private final @Class@Config config;
  private final long seed;

  @Class@Planner(@Class@Config config, long seed) {
    this.config = config;
    this.seed = seed;
  }

  @Override
  public MotionPlan plan(MotionRequest request) {
    HeldJoints held =
        new HeldJoints(request.movedRobot().model(), request.start(), request.heldJoints());
    KinematicTree tree = new KinematicTree(held.rest());
    Pose X_WB = request.movedRobot().base();
    RobotClearance clearance =
        new RobotClearance(tree, X_WB, Obstacle.around(request.scene(), request.robot()));
    PlanOptions usual = PlanOptions.DEFAULT;
    RrtConnect search =
        new RrtConnect(
            tree.model(),
            clearance,
            new PlanOptions(
                config.marginM(),
                usual.step(),
                usual.extension(),
                usual.extensions(),
                usual.shortcuts(),
                seed));
    JointVector start = held.ofRest(request.start());
    JointPath path;
    if (request.goal() instanceof MotionGoal.Configuration end) {
      path = search.plan(start, held.ofRest(end.positions()));
    } else if (request.goal() instanceof MotionGoal.LinkPose end) {
      path = toPose(search, start, end.poseInWorld(), tree, X_WB, clearance);
    } else {
      throw new IllegalArgumentException("the goal is of an unknown kind: " + request.goal());
    }
    return new @Class@Plan(held, new JointTrajectory(path, limits(held)));
  }

  /** Tries joint positions near the start first, then near others. */
  private JointPath toPose(
      RrtConnect search,
      JointVector start,
      Pose X_WL,
      KinematicTree tree,
      Pose X_WB,
      RobotClearance clearance) {
    search.requireStart(start);
    IkOptions options =
        IkOptions.DEFAULT.withSeed(seed).withPreference(0, 0.2).withClearance(config.marginM());
    InverseKinematics inverse = new InverseKinematics(tree, X_WB, options, clearance);
    JointRanges ranges = new JointRanges(tree.model());
    SplittableRandom random = new SplittableRandom(seed);
    JointVector near = start;
    for (int left = config.attempts(); ; left--) {
      IkSolution end = inverse.solve(List.of(IkTarget.ofPose(X_WL)), near);
      String link = "link '" + X_WL.body() + "': " + end.explanation();
      switch (end.outcome()) {
        case NOT_REACHED -> throw new MotionPlanningException(Reason.GOAL_OUT_OF_REACH, link);
        case IN_COLLISION -> throw new MotionPlanningException(Reason.GOAL_IN_COLLISION, link);
        case SOLVED -> {
          try {
            return search.plan(start, end.positions());
          } catch (MotionPlanningException e) {
            if (e.reason() != Reason.NO_WAY_FOUND || left == 1) {
              throw e;
            }
          }
        }
      }
      near = new JointVector(tree.order(), ranges.draw(random));
    }
  }

  private List<MotionLimits> limits(HeldJoints held) {
    double share = config.speed();
    return MotionLimits.of(held.rest()).stream()
        .map(limit -> limit.scaled(share, share, share))
        .toList();
  }

  @Override
  public void close() {}
}
