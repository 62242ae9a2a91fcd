package @package@;

import org.dextwin.api.learning.MotionPlan;
import org.dextwin.api.model.JointOrder;
import org.dextwin.mechanics.kinematics.HeldJoints;
import org.dextwin.mechanics.planning.JointTrajectory;

/** A timed path, with the joints that do not move. */
final class @Class@Plan implements MotionPlan {

  private final HeldJoints held;
  private final JointTrajectory motion;

  @Class@Plan(HeldJoints held, JointTrajectory motion) {
    this.held = held;
    this.motion = motion;
  }

  @Override
  public JointOrder order() {
    return at(0).positions().order();
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
