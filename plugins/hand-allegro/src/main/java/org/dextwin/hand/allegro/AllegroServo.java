package org.dextwin.hand.allegro;

import org.dextwin.api.model.Actuator;

/**
 * The servo of every joint of the hand.
 *
 * <p>The hand itself takes torques; position control runs on the host, with gains of its user's
 * choice. These are the gains of MuJoCo Menagerie's model {@code wonik_allegro}: kp 1 N m/rad and,
 * as the joints' damping there, 0.1 N m s/rad, which here belongs to the servo alone. Torque and
 * speed limits are those of Wonik's data sheet: 0.70 N m, and 60 degrees in 0.11 s.
 */
final class AllegroServo {

  private static final double KP = 1;
  private static final double KD = 0.1;
  private static final double TORQUE_LIMIT = 0.7;
  private static final double VELOCITY_LIMIT = Math.toRadians(60) / 0.11;

  private AllegroServo() {}

  static Actuator of(String joint) {
    return new Actuator(joint + "-servo", joint, KP, KD, TORQUE_LIMIT, VELOCITY_LIMIT);
  }
}
