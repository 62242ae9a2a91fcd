package org.dextwin.testkit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.dextwin.api.learning.MotionGoal;
import org.dextwin.api.learning.MotionPlan;
import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.learning.MotionPlanningException;
import org.dextwin.api.learning.MotionPlanningException.Reason;
import org.dextwin.api.learning.MotionRequest;
import org.dextwin.api.math.Pose;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.testkit.ProviderContract;
import org.junit.jupiter.api.Test;

/**
 * What every planner keeps: its motions lead where they should, touch nothing on the way and stay
 * within all limits; where there is no motion, it says why. It is tried on robots that slide in a
 * plane, whose distances are exact.
 *
 * <p>The valid settings should give up a search after some seconds: one test asks for the
 * impossible.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class MotionPlannerContract<C> extends ProviderContract<MotionPlanner, C> {

  private static final RobotModel ROBOT = Gantry.single();
  private static final JointOrder ORDER = ROBOT.kinematicOrder();
  private static final JointVector LEFT = Gantry.positions(ROBOT, -0.6, 0.1, -0.5);
  private static final JointVector RIGHT = Gantry.positions(ROBOT, 0.6, 0.2, 1);

  /** Moments at which a plan is looked at, besides its ends. */
  private static final int SAMPLES = 2000;

  /** What a plan may miss its ends by: more than an iterative solver leaves [m or rad]. */
  private static final double ARRIVAL = 1e-4;

  /** Rounding of derivatives. */
  private static final double ROUNDING = 1 + 1e-6;

  /** For subclasses. */
  protected MotionPlannerContract() {}

  private static MotionRequest request(JointVector start, JointVector goal, SceneBody... bodies) {
    return new MotionRequest(
        Gantry.scene(ROBOT, List.of(bodies)),
        Gantry.NAME,
        start,
        new MotionGoal.Configuration(goal));
  }

  private static MotionRequest toPose(JointVector start, Pose goal, SceneBody... bodies) {
    return new MotionRequest(
        Gantry.scene(ROBOT, List.of(bodies)), Gantry.NAME, start, new MotionGoal.LinkPose(goal));
  }

  private MotionPlan plan(MotionRequest request) {
    MotionPlan plan = create().plan(request);
    assertThat(plan.order()).as("order of the plan").isEqualTo(request.start().order());
    assertThat(plan.duration()).as("duration [s]").isGreaterThanOrEqualTo(0).isFinite();
    return plan;
  }

  private static JointVector end(MotionPlan plan) {
    return plan.at(plan.duration()).positions();
  }

  private static void assertAt(String when, JointVector found, JointVector expected) {
    for (String joint : expected.order().joints()) {
      assertThat(found.get(joint))
          .as("joint '%s' %s [rad or m]", joint, when)
          .isCloseTo(expected.get(joint), within(ARRIVAL));
    }
  }

  @Test
  final void endsAreThoseAskedFor() {
    MotionPlan plan = plan(request(LEFT, RIGHT));
    assertAt("at the start", plan.at(0).positions(), LEFT);
    assertAt("at the end", end(plan), RIGHT);
  }

  @Test
  final void restsBeforeAndAfter() {
    MotionPlan plan = plan(request(LEFT, RIGHT));
    assertAt("before the start", plan.at(-1).positions(), LEFT);
    assertAt("after the end", plan.at(plan.duration() + 1).positions(), RIGHT);
    for (double time : new double[] {-1, 0, plan.duration(), plan.duration() + 1}) {
      for (double velocity : plan.at(time).velocities().values(ORDER)) {
        assertThat(velocity)
            .as("velocity at %s s of %s s [rad/s or m/s]", time, plan.duration())
            .isCloseTo(0, within(1e-6));
      }
    }
  }

  @Test
  final void poseIsReached() {
    MotionPlan plan = plan(toPose(LEFT, Gantry.headPose(0.4, -0.7, 1.2)));
    assertAt("at the start", plan.at(0).positions(), LEFT);
    assertAt("at the end", end(plan), Gantry.positions(ROBOT, 0.4, -0.7, 1.2));
  }

  private static void assertClear(
      String of, MotionPlan plan, ToDoubleFunction<JointVector> distance) {
    for (int k = 0; k <= SAMPLES; k++) {
      double time = plan.duration() * k / SAMPLES;
      assertThat(distance.applyAsDouble(plan.at(time).positions()))
          .as("distance from %s at %s s of %s s [m]", of, time, plan.duration())
          .isPositive();
    }
  }

  @Test
  final void goesRoundFixedBodies() {
    MotionPlan plan = plan(request(LEFT, RIGHT, Gantry.wall("wall", 0, 0, 0.02, 0.5)));
    assertAt("at the end", end(plan), RIGHT);
    assertClear("the wall", plan, q -> Gantry.distance(q, 0, 0, 0.02, 0.5));
  }

  @Test
  final void goesRoundFreeBodies() {
    MotionPlan plan =
        plan(
            toPose(LEFT, Gantry.headPose(0.6, 0.2, 1), Gantry.crate("crate", 0.1, 0.2, 0.15, 0.3)));
    assertAt("at the end", end(plan), RIGHT);
    assertClear("the crate", plan, q -> Gantry.distance(q, 0.1, 0.2, 0.15, 0.3));
  }

  @Test
  final void goesRoundOtherRobots() {
    Scene scene = Gantry.scene(ROBOT, List.of(), Gantry.parked("parked"));
    JointVector start = Gantry.positions(ROBOT, -0.6, 0, 0);
    JointVector goal = Gantry.positions(ROBOT, 0.6, 0, 0);
    MotionPlan plan =
        plan(new MotionRequest(scene, Gantry.NAME, start, new MotionGoal.Configuration(goal)));
    assertAt("at the end", end(plan), goal);
    assertClear("the parked robot", plan, Gantry::distanceFromParked);
  }

  @Test
  final void keepsClearOfItself() {
    RobotModel tandem = Gantry.tandem();
    JointVector start = Gantry.positions(tandem, 0, 0, 0, 0, 0, 0);
    JointVector goal = Gantry.positions(tandem, 1, 0, 0, -1, 0, 0);
    MotionPlan plan =
        plan(
            new MotionRequest(
                Gantry.scene(tandem, List.of()),
                Gantry.NAME,
                start,
                new MotionGoal.Configuration(goal)));
    assertAt("at the end", end(plan), goal);
    assertClear("the other head", plan, Gantry::distanceOfHeads);
  }

  @Test
  final void staysWithinPositionLimits() {
    MotionPlan plan = plan(request(LEFT, RIGHT, Gantry.wall("wall", 0, -0.2, 0.02, 0.79)));
    for (int k = 0; k <= SAMPLES; k++) {
      JointVector q = plan.at(plan.duration() * k / SAMPLES).positions();
      assertThat(q.get("x")).as("x [m]").isBetween(-Gantry.TRAVEL, Gantry.TRAVEL);
      assertThat(q.get("y")).as("y [m]").isBetween(-Gantry.TRAVEL, Gantry.TRAVEL);
      assertThat(q.get("turn")).as("turn [rad]").isBetween(-Gantry.TURN, Gantry.TURN);
    }
  }

  @Test
  final void keepsTheLimitsOfItsMotors() {
    MotionPlan plan = plan(request(LEFT, RIGHT, Gantry.wall("wall", 0, 0, 0.02, 0.5)));
    double h = plan.duration() / SAMPLES;
    for (int k = 0; k <= SAMPLES; k++) {
      MotionPlan.State state = plan.at(k * h);
      MotionPlan.State before = plan.at((k - 1) * h);
      for (Actuator motor : ROBOT.actuators()) {
        String joint = motor.joint();
        assertThat(Math.abs(state.velocities().get(joint)))
            .as("speed of '%s' at %s s", joint, k * h)
            .isLessThanOrEqualTo(motor.velocityLimit() * ROUNDING);
        assertThat(Math.abs(state.accelerations().get(joint)))
            .as("acceleration of '%s' at %s s", joint, k * h)
            .isLessThanOrEqualTo(motor.accelerationLimit() * ROUNDING);
        double change = state.accelerations().get(joint) - before.accelerations().get(joint);
        assertThat(Math.abs(change) / h)
            .as("mean jerk of '%s' before %s s", joint, k * h)
            .isLessThanOrEqualTo(motor.jerkLimit() * ROUNDING + 1e-9 / h);
      }
    }
  }

  @Test
  final void derivativesAreThoseOfThePositions() {
    MotionPlan plan = plan(request(LEFT, RIGHT));
    double h = plan.duration() / SAMPLES;
    for (int k = 1; k < SAMPLES; k++) {
      MotionPlan.State before = plan.at((k - 1) * h);
      MotionPlan.State now = plan.at(k * h);
      MotionPlan.State after = plan.at((k + 1) * h);
      for (Actuator motor : ROBOT.actuators()) {
        String joint = motor.joint();
        double velocity = difference(before.positions(), after.positions(), joint) / (2 * h);
        double acceleration = difference(before.velocities(), after.velocities(), joint) / (2 * h);
        // central differences are off by what the jerk changes within the step, and by rounding
        assertThat(now.velocities().get(joint))
            .as("velocity of '%s' at %s s, by differences %s", joint, k * h, velocity)
            .isCloseTo(velocity, within(motor.jerkLimit() * h * h + 1e-12 / h));
        assertThat(now.accelerations().get(joint))
            .as("acceleration of '%s' at %s s, by differences %s", joint, k * h, acceleration)
            .isCloseTo(acceleration, within(motor.jerkLimit() * h + 1e-12 / h));
      }
    }
  }

  private static double difference(JointVector before, JointVector after, String joint) {
    return after.get(joint) - before.get(joint);
  }

  /** Units and factors: five times as long as one joint alone would need to stop and go. */
  @Test
  final void isNotNeedlesslySlow() {
    double longest = 0;
    for (Actuator motor : ROBOT.actuators()) {
      double alone =
          Math.abs(difference(LEFT, RIGHT, motor.joint())) / motor.velocityLimit()
              + motor.velocityLimit() / motor.accelerationLimit()
              + motor.accelerationLimit() / motor.jerkLimit();
      longest = Math.max(longest, alone);
    }
    assertThat(plan(request(LEFT, RIGHT)).duration())
        .as("duration of a motion that nothing hinders [s]")
        .isLessThan(5 * longest);
  }

  @Test
  final void heldJointsStay() {
    Scene scene = Gantry.scene(ROBOT, List.of(Gantry.wall("wall", 0, 0, 0.02, 0.5)));
    MotionGoal goal = new MotionGoal.LinkPose(Gantry.headPose(0.6, 0.2, LEFT.get("turn")));
    MotionPlan plan = plan(new MotionRequest(scene, Gantry.NAME, LEFT, goal, Set.of("turn")));
    assertAt("at the end", end(plan), Gantry.positions(ROBOT, 0.6, 0.2, LEFT.get("turn")));
    for (int k = 0; k <= SAMPLES; k++) {
      MotionPlan.State state = plan.at(plan.duration() * k / SAMPLES);
      assertThat(state.positions().get("turn")).as("held joint").isEqualTo(LEFT.get("turn"));
      assertThat(state.velocities().get("turn")).as("velocity of the held joint").isZero();
    }
  }

  @Test
  final void sameRequestSamePlan() {
    MotionRequest request = request(LEFT, RIGHT, Gantry.wall("wall", 0, 0, 0.02, 0.5));
    MotionPlanner planner = create();
    MotionPlan first = planner.plan(request);
    for (MotionPlan again : List.of(planner.plan(request), create().plan(request))) {
      assertThat(again.duration()).as("duration of the same plan").isEqualTo(first.duration());
      for (int k = 0; k <= 20; k++) {
        double time = first.duration() * k / 20;
        assertThat(again.at(time)).as("the same plan at %s s", time).isEqualTo(first.at(time));
      }
    }
  }

  private void assertRefused(MotionRequest request, Reason reason, String... words) {
    MotionPlanner planner = create();
    assertThatThrownBy(() -> planner.plan(request))
        .isInstanceOfSatisfying(
            MotionPlanningException.class,
            e -> {
              assertThat(e.reason()).as("reason of: %s", e.getMessage()).isEqualTo(reason);
              assertThat(e.getMessage()).as("message").isNotBlank();
              for (String word : words) {
                assertThat(e.getMessage()).as("message").contains(word);
              }
            });
  }

  @Test
  final void startInCollisionIsTold() {
    SceneBody wall = Gantry.wall("wall", -0.6, 0.1, 0.1, 0.1);
    assertRefused(request(LEFT, RIGHT, wall), Reason.START_IN_COLLISION, Gantry.HEAD, "wall");
  }

  @Test
  final void goalInCollisionIsTold() {
    SceneBody wall = Gantry.wall("wall", 0.6, 0.2, 0.1, 0.1);
    assertRefused(request(LEFT, RIGHT, wall), Reason.GOAL_IN_COLLISION, Gantry.HEAD, "wall");
    assertRefused(
        toPose(LEFT, Gantry.headPose(0.6, 0.2, 1), wall), Reason.GOAL_IN_COLLISION, Gantry.HEAD);
  }

  @Test
  final void startOutOfLimitsIsTold() {
    JointVector beyond = Gantry.positions(ROBOT, 0, 1.1, 0);
    assertRefused(request(beyond, RIGHT), Reason.START_OUT_OF_LIMITS, "'y'", "1.1");
  }

  @Test
  final void goalOutOfLimitsIsTold() {
    JointVector beyond = Gantry.positions(ROBOT, 0, 0, -2.5);
    assertRefused(request(LEFT, beyond), Reason.GOAL_OUT_OF_LIMITS, "'turn'", "-2.5");
  }

  @Test
  final void goalOutOfReachIsTold() {
    assertRefused(toPose(LEFT, Gantry.headPose(1.5, 0, 0)), Reason.GOAL_OUT_OF_REACH, Gantry.HEAD);
  }

  @Test
  final void closedWayIsTold() {
    assertRefused(
        request(
            LEFT,
            RIGHT,
            Gantry.wall("west", 0.35, 0.2, 0.02, 0.27),
            Gantry.wall("east", 0.85, 0.2, 0.02, 0.27),
            Gantry.wall("south", 0.6, -0.05, 0.27, 0.02),
            Gantry.wall("north", 0.6, 0.45, 0.27, 0.02)),
        Reason.NO_WAY_FOUND);
  }
}
