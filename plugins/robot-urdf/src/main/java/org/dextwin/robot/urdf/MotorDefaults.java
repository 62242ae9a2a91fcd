package org.dextwin.robot.urdf;

import org.dextwin.api.model.Joint;

/**
 * Servos of which neither the file nor the configuration says anything.
 *
 * @param torque largest torque [N m]
 * @param force largest force [N]
 * @param speed largest speed of a revolute joint [rad/s]
 * @param slideSpeed largest speed of a prismatic joint [m/s]
 * @param angle error at which a servo gives its full torque [rad]
 * @param distance error at which a servo gives its full force [m]
 * @param dampingTime kd over kp [s]
 */
record MotorDefaults(
    double torque,
    double force,
    double speed,
    double slideSpeed,
    double angle,
    double distance,
    double dampingTime) {

  /** Torque, speed and stiffness of the servos of the LEAP and Allegro hands, rounded. */
  static final MotorDefaults HAND = new MotorDefaults(1, 20, 8, 0.1, 0.3, 0.01, 0.05);

  /** Those of light arms, such as Franka's. */
  static final MotorDefaults ARM = new MotorDefaults(50, 500, 2, 0.5, 0.02, 0.005, 0.1);

  double effort(Joint joint) {
    return slides(joint) ? force : torque;
  }

  double velocity(Joint joint) {
    return slides(joint) ? slideSpeed : speed;
  }

  double kp(Joint joint, double effort) {
    return effort / (slides(joint) ? distance : angle);
  }

  private static boolean slides(Joint joint) {
    return joint.type() == Joint.Type.PRISMATIC;
  }
}
