package org.dextwin.hand.leap;

import org.dextwin.api.model.Actuator;

/**
 * The servo of every joint of the hand: a Dynamixel XC330-M288 in current-based position mode.
 *
 * <p>kp is that of MuJoCo Menagerie's {@code leap_hand}, 3 N m/rad, and agrees with the hand's
 * usual gain: at P = 600 the servo sets 600/128 of a PWM count (885 of them are the whole voltage)
 * per encoder count (4096 a turn), which at 0.93 N m of stall torque makes 3.2 N m/rad. kd is the
 * slope of the motor's speed-torque line, the damping of its back EMF. Limits of torque and speed
 * are those of the hand's URDF.
 */
final class LeapServo {

  private static final double KP = 3;
  private static final double TORQUE_LIMIT = 0.95;
  private static final double VELOCITY_LIMIT = 8.48;
  private static final double KD = TORQUE_LIMIT / VELOCITY_LIMIT;

  private LeapServo() {}

  static Actuator of(String joint) {
    return new Actuator(joint + "-servo", joint, KP, KD, TORQUE_LIMIT, VELOCITY_LIMIT);
  }
}
