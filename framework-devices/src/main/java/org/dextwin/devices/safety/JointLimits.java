package org.dextwin.devices.safety;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.RobotModel;

/**
 * What one joint may do at most.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param joint name of the joint
 * @param lower smallest position [rad]
 * @param upper largest position [rad]
 * @param velocity largest speed [rad/s]
 * @param acceleration largest acceleration of the commands [rad/s^2]
 * @param effort largest torque [N m]
 * @param temperature largest temperature of the motor [degrees Celsius]
 */
public record JointLimits(
    String joint,
    double lower,
    double upper,
    double velocity,
    double acceleration,
    double effort,
    double temperature) {

  /**
   * Checks the numbers.
   *
   * @param joint name of the joint
   * @param lower smallest position [rad]
   * @param upper largest position [rad]
   * @param velocity largest speed [rad/s]
   * @param acceleration largest acceleration of the commands [rad/s^2]
   * @param effort largest torque [N m]
   * @param temperature largest temperature of the motor [degrees Celsius]
   */
  public JointLimits {
    if (!(lower <= upper) || !Double.isFinite(lower) || !Double.isFinite(upper)) {
      throw new IllegalArgumentException(
          "limits of '" + joint + "' are " + lower + " to " + upper + " rad");
    }
    if (!(velocity > 0) || !(acceleration > 0) || !(effort > 0) || Double.isNaN(temperature)) {
      throw new IllegalArgumentException(
          "limits of '" + joint + "' need a velocity, an acceleration and an effort > 0");
    }
  }

  /**
   * Takes the limits of a model, and what a model does not hold from its driver.
   *
   * @param model the robot
   * @param acceleration largest acceleration of each joint, in motor order [rad/s^2]
   * @param temperature largest temperature of the motors [degrees Celsius]
   * @return limits in motor order
   */
  public static List<JointLimits> of(RobotModel model, double[] acceleration, double temperature) {
    List<JointLimits> limits = new ArrayList<>();
    for (int i = 0; i < model.actuators().size(); i++) {
      Actuator motor = model.actuators().get(i);
      Joint joint =
          model.joints().stream()
              .filter(candidate -> candidate.name().equals(motor.joint()))
              .findFirst()
              .orElseThrow(); // a model's motors drive its joints
      limits.add(
          new JointLimits(
              joint.name(),
              joint.lower(),
              joint.upper(),
              motor.velocityLimit(),
              acceleration[i],
              motor.torqueLimit(),
              temperature));
    }
    return limits;
  }

  /** Returns tighter limits. */
  JointLimits tightened(SafetyOptions options) {
    double middle = (lower + upper) / 2;
    return new JointLimits(
        joint,
        Math.min(middle, lower + options.positionMarginRad()),
        Math.max(middle, upper - options.positionMarginRad()),
        velocity * options.velocityScale(),
        acceleration * options.accelerationScale(),
        effort * options.effortScale(),
        Math.min(temperature, options.temperatureLimitC().orElse(temperature)));
  }
}
