package org.dextwin.mechanics.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dextwin.api.learning.MotionPlanningException;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.collision.ClearanceField;
import org.dextwin.mechanics.collision.Obstacle;
import org.dextwin.mechanics.collision.RobotClearance;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.Panda;
import org.junit.jupiter.api.Test;

class RrtConnectTest {

  private static final RobotModel PANDA = Panda.model();
  private static final int PLANS = 40;
  private static final KinematicTree TREE = new KinematicTree(PANDA);

  /** Limits of the FER: Franka Robotics, "Robot and interface specifications". */
  private static final List<MotionLimits> LIMITS =
      List.of(
          new MotionLimits(2.175, 15, 7500),
          new MotionLimits(2.175, 7.5, 3750),
          new MotionLimits(2.175, 10, 5000),
          new MotionLimits(2.175, 12.5, 6250),
          new MotionLimits(2.61, 15, 7500),
          new MotionLimits(2.61, 20, 10000),
          new MotionLimits(2.61, 20, 10000));

  @Test
  void plansAreFreeAndWithinLimitsAllAlong() {
    RobotClearance field = new RobotClearance(TREE, Panda.base(), obstacles());
    Random random = new Random(2026);
    double least = Double.POSITIVE_INFINITY;
    int detours = 0;
    for (int i = 0; i < PLANS; i++) {
      JointVector start = freePosture(field, random);
      JointVector goal = freePosture(field, random);
      RrtConnect planner = new RrtConnect(PANDA, field, PlanOptions.DEFAULT.withSeed(i));
      JointPath path = planner.plan(start, goal);
      JointTrajectory motion = new JointTrajectory(path, LIMITS);
      detours += path.waypoints().size() > 2 ? 1 : 0;

      assertThat(path.waypoints().get(0)).isEqualTo(start);
      assertThat(path.waypoints().get(path.waypoints().size() - 1)).isEqualTo(goal);
      least = Math.min(least, leastClearance(field, motion));
      Motions.requireWithin(motion, LIMITS);
    }
    assertThat(least).isPositive();
    assertThat(detours).isGreaterThan(PLANS / 4); // the obstacles are in the way
  }

  /** A denser test than the planner's own, by time: 1000 Hz as the arm's controller has it. */
  private static double leastClearance(RobotClearance field, JointTrajectory motion) {
    double least = Double.POSITIVE_INFINITY;
    int steps = (int) Math.ceil(motion.duration() * 1000);
    for (int k = 0; k <= steps; k++) {
      double[] q = motion.at(motion.duration() * k / steps).positions().values(TREE.order());
      least = Math.min(least, field.clearance(q));
      List<Joint> joints = PANDA.movingJoints();
      for (int i = 0; i < q.length; i++) {
        assertThat(q[i]).isBetween(joints.get(i).lower(), joints.get(i).upper());
      }
    }
    return least;
  }

  @Test
  void sameSeedSamePathAnotherSeedAnother() {
    RobotClearance field = new RobotClearance(TREE, Panda.base(), obstacles());
    JointVector start = turned(-1);
    JointVector goal = turned(1);
    JointPath path = new RrtConnect(PANDA, field, PlanOptions.DEFAULT).plan(start, goal);

    assertThat(new RrtConnect(PANDA, field, PlanOptions.DEFAULT).plan(start, goal)).isEqualTo(path);
    assertThat(new RrtConnect(PANDA, field, PlanOptions.DEFAULT.withSeed(8)).plan(start, goal))
        .isNotEqualTo(path);
    assertThat(path.waypoints()).hasSizeGreaterThan(2); // the wall stands between them
  }

  @Test
  void shortcutsShorten() {
    RobotClearance field = new RobotClearance(TREE, Panda.base(), obstacles());
    PlanOptions d = PlanOptions.DEFAULT;
    PlanOptions none =
        new PlanOptions(d.margin(), d.step(), d.extension(), d.extensions(), 0, d.seed());
    double with = 0;
    double without = 0;
    for (int seed = 0; seed < 10; seed++) {
      with += new RrtConnect(PANDA, field, d.withSeed(seed)).plan(turned(-1), turned(1)).length();
      without +=
          new RrtConnect(PANDA, field, none.withSeed(seed)).plan(turned(-1), turned(1)).length();
    }

    assertThat(with).isLessThan(0.95 * without);
  }

  @Test
  void freeSpaceIsCrossedStraight() {
    JointPath path = new RrtConnect(PANDA, q -> 1, PlanOptions.DEFAULT).plan(turned(-1), turned(1));

    assertThat(path.waypoints()).containsExactly(turned(-1), turned(1));
    assertThat(path.length()).isCloseTo(2, offset(1e-12));
  }

  /** Without a bound of the slope the step counts: a wall of a hundredth of a radian is seen. */
  @Test
  void thinWallsAreSeenByTheStep() {
    ClearanceField wall = q -> Math.abs(q[0]) < 0.01 && q[1] < 0.5 ? -1 : 1;
    JointPath path = new RrtConnect(PANDA, wall, PlanOptions.DEFAULT).plan(turned(-1), turned(1));

    assertThat(path.waypoints()).hasSizeGreaterThan(2);
  }

  @Test
  void errorsSayWhyThereIsNoPath() {
    RobotClearance field = new RobotClearance(TREE, Panda.base(), obstacles());
    RrtConnect planner = new RrtConnect(PANDA, field, PlanOptions.DEFAULT);
    double[] low = {0, 1.7, 0, -0.1, 0, 0, 0};
    double[] beyond = {0, 2, 0, -0.1, 0, 0, 0};

    requireReason(
        () -> planner.plan(vector(low), turned(1)),
        MotionPlanningException.Reason.START_IN_COLLISION,
        "the start is in collision");
    requireReason(
        () -> planner.plan(turned(1), vector(low)),
        MotionPlanningException.Reason.GOAL_IN_COLLISION,
        "the goal is in collision");
    requireReason(
        () -> planner.plan(vector(beyond), turned(1)),
        MotionPlanningException.Reason.START_OUT_OF_LIMITS,
        "joint 'joint-2' at 2.0000");
    requireReason(
        () -> planner.plan(turned(1), vector(beyond)),
        MotionPlanningException.Reason.GOAL_OUT_OF_LIMITS,
        "-1.7628 to 1.7628");
    PlanOptions few = new PlanOptions(0.005, 0.02, 0.6, 200, 0, 0);
    ClearanceField closed = q -> Math.abs(q[0]) - 0.1;
    requireReason(
        () -> new RrtConnect(PANDA, closed, few).plan(turned(-1), turned(1)),
        MotionPlanningException.Reason.NO_WAY_FOUND,
        "200 extensions");
  }

  private static void requireReason(
      ThrowingCallable plan, MotionPlanningException.Reason reason, String message) {
    assertThatThrownBy(plan)
        .isInstanceOfSatisfying(
            MotionPlanningException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(message);
  }

  private static JointVector freePosture(RobotClearance field, Random random) {
    while (true) {
      JointVector q = Panda.random(PANDA, random);
      if (field.clearance(q.values(TREE.order())) >= PlanOptions.DEFAULT.margin()) {
        return q;
      }
    }
  }

  private static JointVector turned(double first) {
    double[] q = Panda.READY.clone();
    q[0] = first;
    return vector(q);
  }

  private static JointVector vector(double[] q) {
    return new JointVector(TREE.order(), q);
  }

  private static List<Obstacle> obstacles() {
    return List.of(
        new Obstacle("table", new Shape.Plane(), Pose.identity(Pose.WORLD, "table")),
        new Obstacle("wall", new Shape.Box(0.3, 0.02, 0.35), at("wall", 0.55, 0, 0.35)),
        new Obstacle("ball", new Shape.Sphere(0.12), at("ball", -0.1, 0.5, 0.6)),
        new Obstacle("pole", new Shape.Capsule(0.03, 0.6), at("pole", -0.3, -0.4, 0.6)));
  }

  private static Pose at(String name, double x, double y, double z) {
    return Pose.inWorld(name, new Vec3(x, y, z), Quat.IDENTITY);
  }
}
