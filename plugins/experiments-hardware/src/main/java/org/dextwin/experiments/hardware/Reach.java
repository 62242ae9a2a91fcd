package org.dextwin.experiments.hardware;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.learning.MotionGoal;
import org.dextwin.api.learning.MotionPlan;
import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.learning.MotionPlanningException;
import org.dextwin.api.learning.MotionRequest;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.model.Shape;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.kinematics.JointRanges;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/**
 * A planned way to a pose, gone at a share of its speed. What is mounted on the arm and has a
 * driver of its own holds still, as near to zero as its joints can.
 *
 * <p><i>Thread safety</i>: immutable.
 */
final class Reach implements Motion {

  private static final String ARM = "arm";

  /** Surfaces do not matter to a plan, which touches nothing. */
  private static final Material SURFACE = new Material(1, 1e4, 10);

  private final ReachConfig config;
  private final JointOrder order;
  private final KinematicTree tree;
  private final JointVector rest;
  private final MotionPlan plan;
  private final Pose goal;

  /**
   * Plans the way.
   *
   * @param order the joints that are driven
   * @param start where they are, in that order [rad or m]
   */
  Reach(ReachConfig config, ArmModel arm, JointOrder order, double[] start, MotionPlanner planner) {
    this.config = config;
    this.order = order;
    RobotModel robot = arm.robot();
    tree = new KinematicTree(robot);
    rest = rest(robot);
    Vec3 degrees = config.rotationDeg();
    goal =
        Pose.inWorld(
            config.link().orElse(arm.flange()),
            config.positionM(),
            Quat.fromRollPitchYaw(
                Math.toRadians(degrees.x()),
                Math.toRadians(degrees.y()),
                Math.toRadians(degrees.z())));
    Set<String> held = new HashSet<>(robot.kinematicOrder().joints());
    held.removeAll(order.joints());
    JointVector from = whole(new JointVector(order, start));
    try {
      plan =
          planner.plan(
              new MotionRequest(
                  scene(config, robot, from), ARM, from, new MotionGoal.LinkPose(goal), held));
    } catch (MotionPlanningException e) {
      throw new InvalidInputException(
          "the arm cannot reach: "
              + e.getMessage()
              + "; look at position-m, rotation-deg and obstacles",
          e);
    }
  }

  private static JointVector rest(RobotModel robot) {
    JointRanges ranges = new JointRanges(robot);
    double[] q = new double[ranges.size()];
    ranges.clamp(q);
    return new JointVector(robot.kinematicOrder(), q);
  }

  /** Positions of all joints, given those that are driven. */
  private JointVector whole(JointVector driven) {
    double[] q = rest.values(tree.order());
    for (String joint : order.joints()) {
      q[tree.order().indexOf(joint)] = driven.get(joint);
    }
    return new JointVector(tree.order(), q);
  }

  private static Scene scene(ReachConfig config, RobotModel robot, JointVector start) {
    List<SceneBody> bodies = new ArrayList<>();
    for (String name : config.obstacleNames()) {
      ReachConfig.Box box = Objects.requireNonNull(config.obstacles().get(name));
      Vec3 half = box.sizeM().times(0.5);
      bodies.add(
          SceneBody.fixed(
              name,
              List.of(Collider.centred("box", new Shape.Box(half.x(), half.y(), half.z()))),
              SURFACE,
              Pose.inWorld(name, box.centreM(), Quat.IDENTITY)));
    }
    SceneRobot placed = new SceneRobot(ARM, robot, Pose.identity(Pose.WORLD, ARM), SURFACE, start);
    return new Scene("reach", Scene.EARTH_GRAVITY, bodies, List.of(placed), List.of());
  }

  @Override
  public double durationS() {
    return plan.duration() / config.speed() + config.settleS();
  }

  @Override
  public double[] at(double time) {
    JointVector planned = plan.at(time * config.speed()).positions();
    return order.joints().stream().mapToDouble(planned::get).toArray();
  }

  @Override
  public Item reported(Item item, JointVector measured) {
    LinkPoses poses = tree.newPoses();
    tree.forward(whole(measured), poses);
    Pose reached = poses.pose(tree.linkIndex(goal.body()));
    return item.with("planned_duration_s", plan.duration())
        .with("distance_from_goal_real_time_m", reached.position().distanceTo(goal.position()))
        .with("angle_from_goal_real_time_rad", reached.rotation().angleTo(goal.rotation()));
  }
}
