package org.dextwin.planner.rrtconnect;

import java.util.List;
import org.dextwin.api.learning.MotionPlan;
import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.learning.MotionRequest;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.mechanics.collision.Obstacle;
import org.dextwin.mechanics.collision.RobotClearance;
import org.dextwin.mechanics.kinematics.HeldJoints;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.planning.JointPath;
import org.dextwin.mechanics.planning.JointTrajectory;
import org.dextwin.mechanics.planning.MotionLimits;

/**
 * Plans with RRT-Connect and shortcuts, and runs through the path as quickly as the limits of
 * velocity, acceleration and jerk allow, with a rest at each corner: so the motion stays exactly on
 * lines that were found free. What a motor does not declare is as {@link MotionLimits#of} has it.
 * Joints that are held are taken as fixed.
 */
final class RrtConnectPlanner implements MotionPlanner {

  private final RrtConnectConfig config;
  private final long seed;

  RrtConnectPlanner(RrtConnectConfig config, long seed) {
    this.config = config;
    this.seed = seed;
  }

  @Override
  public MotionPlan plan(MotionRequest request) {
    SceneRobot robot = request.movedRobot();
    HeldJoints held = new HeldJoints(robot.model(), request.start(), request.heldJoints());
    KinematicTree tree = new KinematicTree(held.rest());
    RobotClearance field =
        new RobotClearance(tree, robot.base(), Obstacle.around(request.scene(), request.robot()));
    PathSearch search = new PathSearch(tree, robot.base(), field, config, seed);
    JointPath path = search.find(held.ofRest(request.start()), request.goal(), held);
    return new PlannedMotion(held, new JointTrajectory(path, limits(held)));
  }

  private List<MotionLimits> limits(HeldJoints held) {
    return MotionLimits.of(held.rest()).stream()
        .map(
            limit ->
                limit.scaled(
                    config.velocityScale(), config.accelerationScale(), config.jerkScale()))
        .toList();
  }

  /** Holds nothing. */
  @Override
  public void close() {}
}
