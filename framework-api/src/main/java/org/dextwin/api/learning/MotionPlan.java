package org.dextwin.api.learning;

import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.spi.Experimental;

/**
 * Where the joints of a robot are over time.
 *
 * <p><i>Thread safety</i>: immutable.
 */
@Experimental
public interface MotionPlan {

  /**
   * Returns the order of the joints.
   *
   * @return the robot's kinematic order
   */
  JointOrder order();

  /**
   * Returns how long the motion takes.
   *
   * @return duration [s], not negative
   */
  double duration();

  /**
   * Returns the motion at a time.
   *
   * @param time time since the start [s]; the robot rests before it and after the end
   * @return where the joints are and how they move
   */
  State at(double time);

  /**
   * Where the joints are and how they move, all in the order of the plan.
   *
   * <p><i>Thread safety</i>: immutable.
   *
   * @param positions q [rad or m]
   * @param velocities first derivatives by time [rad/s or m/s]
   * @param accelerations second derivatives by time [rad/s^2 or m/s^2]
   */
  record State(JointVector positions, JointVector velocities, JointVector accelerations) {}
}
