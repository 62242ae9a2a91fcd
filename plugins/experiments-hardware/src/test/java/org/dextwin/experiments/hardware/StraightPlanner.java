package org.dextwin.experiments.hardware;

import org.dextwin.api.learning.MotionGoal;
import org.dextwin.api.learning.MotionPlan;
import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.learning.MotionPlanningException;
import org.dextwin.api.learning.MotionPlanningException.Reason;
import org.dextwin.api.learning.MotionRequest;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;

/** Plans straight ways for the carriages, in a second. */
final class StraightPlanner implements MotionPlanner {

  @Override
  public MotionPlan plan(MotionRequest request) {
    Vec3 end = ((MotionGoal.LinkPose) request.goal()).poseInWorld().position();
    if (Math.abs(end.x()) > 1 || Math.abs(end.y()) > 1) {
      throw new MotionPlanningException(Reason.GOAL_OUT_OF_REACH, "the rails end at 1 m");
    }
    return new Straight(request.start(), end);
  }

  private record Straight(JointVector start, Vec3 end) implements MotionPlan {

    @Override
    public JointOrder order() {
      return start.order();
    }

    @Override
    public double duration() {
      return 1;
    }

    @Override
    public State at(double time) {
      double part = Math.max(0, Math.min(1, time));
      JointVector none = JointVector.zero(order());
      double[] q = {
        start.get("x") + part * (end.x() - start.get("x")),
        start.get("y") + part * (end.y() - start.get("y"))
      };
      return new State(new JointVector(order(), q), none, none);
    }
  }

  @Override
  public void close() {}
}
