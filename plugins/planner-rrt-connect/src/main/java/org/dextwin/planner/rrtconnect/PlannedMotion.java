package org.dextwin.planner.rrtconnect;

import org.dextwin.api.learning.MotionPlan;
import org.dextwin.api.model.JointOrder;
import org.dextwin.mechanics.kinematics.HeldJoints;
import org.dextwin.mechanics.planning.JointTrajectory;

/** A timed path of the joints that move, with those that are held. */
final class PlannedMotion implements MotionPlan {

  private final HeldJoints held;
  private final JointTrajectory motion;
  private final JointOrder order;

  PlannedMotion(HeldJoints held, JointTrajectory motion) {
    this.held = held;
    this.motion = motion;
    order = held.positions(motion.at(0).positions()).order();
  }

  @Override
  public JointOrder order() {
    return order;
  }

  @Override
  public double duration() {
    return motion.duration();
  }

  @Override
  public State at(double time) {
    JointTrajectory.Sample sample = motion.at(time);
    return new State(
        held.positions(sample.positions()),
        held.rates(sample.velocities()),
        held.rates(sample.accelerations()));
  }
}
