package org.dextwin.testkit.learning;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dextwin.api.learning.MotionGoal;
import org.dextwin.api.learning.MotionPlan;
import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.learning.MotionPlanningException;
import org.dextwin.api.learning.MotionPlanningException.Reason;
import org.dextwin.api.learning.MotionRequest;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.Shape;

/** Plans for gantries: straight, or round one corner. */
final class FakePlanner implements MotionPlanner {

  private static final int TESTS_PER_LINE = 400;
  private static final double MARGIN = 0.005;

  private final int corners;

  FakePlanner(int corners) {
    this.corners = corners;
  }

  @Override
  public MotionPlan plan(MotionRequest request) {
    JointVector start = request.start();
    requireLimits("start", request, start, Reason.START_OUT_OF_LIMITS);
    requireFree("start", request, start, Reason.START_IN_COLLISION);
    JointVector goal = goal(request);
    requireLimits("goal", request, goal, Reason.GOAL_OUT_OF_LIMITS);
    requireFree("goal", request, goal, Reason.GOAL_IN_COLLISION);
    if (isFree(request, start, goal)) {
      return new FakePlan(request.movedRobot().model(), List.of(start, goal));
    }
    Random random = new Random(1);
    for (int i = 0; i < corners; i++) {
      JointVector corner = corner(request, random);
      if (isFree(request, start, corner) && isFree(request, corner, goal)) {
        return new FakePlan(request.movedRobot().model(), List.of(start, corner, goal));
      }
    }
    throw new MotionPlanningException(Reason.NO_WAY_FOUND, "no corner leads round");
  }

  private static JointVector corner(MotionRequest request, Random random) {
    List<Joint> joints = request.movedRobot().model().movingJoints();
    double[] q = new double[joints.size()];
    for (int i = 0; i < q.length; i++) {
      Joint joint = joints.get(i);
      q[i] = joint.lower() + (joint.upper() - joint.lower()) * random.nextDouble();
      q[i] = request.heldJoints().contains(joint.name()) ? request.start().get(joint.name()) : q[i];
    }
    return new JointVector(request.start().order(), q);
  }

  private static JointVector goal(MotionRequest request) {
    if (request.goal() instanceof MotionGoal.Configuration end) {
      return end.positions();
    }
    MotionGoal.LinkPose end = (MotionGoal.LinkPose) request.goal();
    double[] place = Gantry.positionsAt(end.poseInWorld());
    boolean isReached = Math.abs(place[3]) < 1e-9;
    RobotModel robot = request.movedRobot().model();
    double[] q = new double[3];
    for (int i = 0; i < q.length; i++) {
      Joint joint = robot.movingJoints().get(i);
      boolean held = request.heldJoints().contains(joint.name());
      q[i] = held ? request.start().get(joint.name()) : place[i];
      isReached &= Math.abs(q[i] - place[i]) < 1e-9 && Math.abs(q[i]) <= joint.upper();
    }
    if (!isReached) {
      throw new MotionPlanningException(Reason.GOAL_OUT_OF_REACH, "the head does not get there");
    }
    return new JointVector(request.start().order(), q);
  }

  private static void requireLimits(
      String what, MotionRequest request, JointVector q, Reason reason) {
    for (Joint joint : request.movedRobot().model().movingJoints()) {
      double value = q.get(joint.name());
      if (!(value >= joint.lower() && value <= joint.upper())) {
        throw new MotionPlanningException(
            reason, "joint '" + joint.name() + "' of the " + what + " is at " + value);
      }
    }
  }

  private static void requireFree(
      String what, MotionRequest request, JointVector q, Reason reason) {
    Optional<String> touched = touched(request, q);
    if (touched.isPresent()) {
      throw new MotionPlanningException(
          reason, "at the " + what + " the head touches '" + touched.get() + "'");
    }
  }

  private static boolean isFree(MotionRequest request, JointVector from, JointVector to) {
    for (int k = 0; k <= TESTS_PER_LINE; k++) {
      double share = (double) k / TESTS_PER_LINE;
      double[] q = from.values(from.order());
      for (int i = 0; i < q.length; i++) {
        q[i] += share * (to.values(from.order())[i] - q[i]);
      }
      if (touched(request, new JointVector(from.order(), q)).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> touched(MotionRequest request, JointVector q) {
    for (SceneBody body : request.scene().bodies()) {
      Vec3 place = request.movedRobot().base().inverse().times(body.pose()).position();
      Shape.Box box = (Shape.Box) body.colliders().get(0).shape();
      if (Gantry.distance(q, place.x(), place.y(), box.halfX(), box.halfY()) < MARGIN) {
        return Optional.of(body.name());
      }
    }
    if (request.scene().robots().size() > 1 && Gantry.distanceFromParked(q) < MARGIN) {
      return Optional.of("the other robot");
    }
    boolean isTandem = q.order().size() > 3;
    return isTandem && Gantry.distanceOfHeads(q) < MARGIN
        ? Optional.of("the other head")
        : Optional.empty();
  }

  @Override
  public void close() {}
}
