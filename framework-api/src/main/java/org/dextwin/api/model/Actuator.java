package org.dextwin.api.model;

/**
 * A position servo on a joint: torque = clamp(kp (target - q) - kd qdot, +-torqueLimit).
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name name, unique within the robot
 * @param joint name of the driven joint
 * @param kp position gain [N m/rad]
 * @param kd velocity gain [N m s/rad]
 * @param torqueLimit largest torque [N m]
 * @param velocityLimit largest speed [rad/s]; infinite if none is declared
 * @param accelerationLimit largest acceleration [rad/s^2]; infinite if none is declared
 * @param jerkLimit largest jerk [rad/s^3]; infinite if none is declared
 */
public record Actuator(
    String name,
    String joint,
    double kp,
    double kd,
    double torqueLimit,
    double velocityLimit,
    double accelerationLimit,
    double jerkLimit) {

  /**
   * Checks the numbers.
   *
   * @param name name, unique within the robot
   * @param joint name of the driven joint
   * @param kp position gain [N m/rad]
   * @param kd velocity gain [N m s/rad]
   * @param torqueLimit largest torque [N m]
   * @param velocityLimit largest speed [rad/s]; infinite if none is declared
   * @param accelerationLimit largest acceleration [rad/s^2]; infinite if none is declared
   * @param jerkLimit largest jerk [rad/s^3]; infinite if none is declared
   */
  public Actuator {
    boolean limited =
        torqueLimit > 0 && velocityLimit > 0 && accelerationLimit > 0 && jerkLimit > 0;
    if (!(kp >= 0) || !(kd >= 0) || !limited) {
      throw new IllegalArgumentException("actuator '" + name + "' needs gains >= 0 and limits > 0");
    }
  }

  /**
   * Makes a servo that declares no limits of acceleration and jerk.
   *
   * @param name name, unique within the robot
   * @param joint name of the driven joint
   * @param kp position gain [N m/rad]
   * @param kd velocity gain [N m s/rad]
   * @param torqueLimit largest torque [N m]
   * @param velocityLimit largest speed [rad/s]; infinite if none is declared
   */
  public Actuator(
      String name, String joint, double kp, double kd, double torqueLimit, double velocityLimit) {
    this(
        name,
        joint,
        kp,
        kd,
        torqueLimit,
        velocityLimit,
        Double.POSITIVE_INFINITY,
        Double.POSITIVE_INFINITY);
  }

  /**
   * Returns the same servo under other names, such as those of a robot that it is mounted on.
   *
   * @param newName name, unique within that robot
   * @param newJoint name of the driven joint there
   * @return the servo
   */
  public Actuator named(String newName, String newJoint) {
    return new Actuator(
        newName, newJoint, kp, kd, torqueLimit, velocityLimit, accelerationLimit, jerkLimit);
  }
}
