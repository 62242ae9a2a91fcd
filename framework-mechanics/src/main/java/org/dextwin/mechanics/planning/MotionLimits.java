package org.dextwin.mechanics.planning;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.RobotModel;

/**
 * How fast a joint may move.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param velocity largest speed [rad/s or m/s]
 * @param acceleration largest acceleration [rad/s^2 or m/s^2]
 * @param jerk largest jerk [rad/s^3 or m/s^3]
 */
public record MotionLimits(double velocity, double acceleration, double jerk) {

  /** Speed of a revolute joint whose motor declares none, that of a calm manipulator [rad/s]. */
  private static final double TURNING = 1;

  /** The same of a prismatic joint [m/s]. */
  private static final double SLIDING = 0.1;

  /** Time to full speed where no acceleration is declared [s]. */
  private static final double SPEED_UP_TIME = 0.25;

  /** Time to full acceleration where no jerk is declared [s]. */
  private static final double PUSH_TIME = 0.05;

  /**
   * Checks the ranges.
   *
   * @param velocity largest speed [rad/s or m/s]
   * @param acceleration largest acceleration [rad/s^2 or m/s^2]
   * @param jerk largest jerk [rad/s^3 or m/s^3]
   */
  public MotionLimits {
    requirePositive("velocity", velocity);
    requirePositive("acceleration", acceleration);
    requirePositive("jerk", jerk);
  }

  /**
   * Returns the limits that a robot's motors declare. In place of what they do not: a speed of 1
   * rad/s or 0.1 m/s; the acceleration that takes a quarter of a second to full speed; the jerk
   * that takes 50 ms to full acceleration.
   *
   * @param robot the robot
   * @return limits of its moving joints, in the kinematic order
   */
  public static List<MotionLimits> of(RobotModel robot) {
    return robot.movingJoints().stream().map(joint -> of(robot, joint)).toList();
  }

  private static MotionLimits of(RobotModel robot, Joint joint) {
    double calm = joint.type() == Joint.Type.PRISMATIC ? SLIDING : TURNING;
    double velocity = declared(robot, joint, Actuator::velocityLimit, calm);
    double acceleration =
        declared(robot, joint, Actuator::accelerationLimit, velocity / SPEED_UP_TIME);
    double jerk = declared(robot, joint, Actuator::jerkLimit, acceleration / PUSH_TIME);
    return new MotionLimits(velocity, acceleration, jerk);
  }

  /** The tightest limit of the joint's motors, if one declares any. */
  private static double declared(
      RobotModel robot, Joint joint, ToDoubleFunction<Actuator> limit, double fallback) {
    return robot.actuators().stream()
        .filter(motor -> motor.joint().equals(joint.name()))
        .mapToDouble(limit)
        .filter(Double::isFinite)
        .min()
        .orElse(fallback);
  }

  /**
   * Returns parts of these limits.
   *
   * @param ofVelocity factor of the velocity
   * @param ofAcceleration factor of the acceleration
   * @param ofJerk factor of the jerk
   * @return scaled limits
   */
  public MotionLimits scaled(double ofVelocity, double ofAcceleration, double ofJerk) {
    return new MotionLimits(velocity * ofVelocity, acceleration * ofAcceleration, jerk * ofJerk);
  }

  private static void requirePositive(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "the limit of " + what + " is " + value + "; it must be positive and finite");
    }
  }
}
