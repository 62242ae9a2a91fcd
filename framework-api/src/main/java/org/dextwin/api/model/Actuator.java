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
 * @param velocityLimit largest speed [rad/s]
 */
public record Actuator(
    String name, String joint, double kp, double kd, double torqueLimit, double velocityLimit) {

  /**
   * Checks the numbers.
   *
   * @param name name, unique within the robot
   * @param joint name of the driven joint
   * @param kp position gain [N m/rad]
   * @param kd velocity gain [N m s/rad]
   * @param torqueLimit largest torque [N m]
   * @param velocityLimit largest speed [rad/s]
   */
  public Actuator {
    if (!(kp >= 0) || !(kd >= 0) || !(torqueLimit > 0) || !(velocityLimit > 0)) {
      throw new IllegalArgumentException("actuator '" + name + "' needs gains >= 0 and limits > 0");
    }
  }
}
