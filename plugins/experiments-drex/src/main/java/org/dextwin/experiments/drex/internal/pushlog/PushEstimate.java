package org.dextwin.experiments.drex.internal.pushlog;

import java.util.List;
import java.util.Optional;
import org.dextwin.experiments.drex.internal.pushlog.motion.ObjectMotion;
import org.dextwin.experiments.drex.internal.pushlog.motor.ContactWork;
import org.dextwin.experiments.drex.internal.pushlog.motor.MotorCalibration;
import org.dextwin.mechanics.log.ClockOffset;

/**
 * What one take tells.
 *
 * @param verdict what it is worth
 * @param reason why, in words
 * @param mass the mass; empty if the take tells none
 * @param clock how far the clocks of the two logs differ, as far as the motion shows
 * @param evidence what the mass was found from; empty if it did not get so far
 * @param notes what was repaired, dropped or noticed
 */
record PushEstimate(
    Verdict verdict,
    String reason,
    Optional<MassInterval> mass,
    Optional<ClockOffset> clock,
    Evidence evidence,
    List<String> notes) {

  /**
   * What the mass was found from.
   *
   * @param motion the object's motion
   * @param motors the hand's motors
   * @param work the fingers' work
   */
  record Evidence(
      Optional<ObjectMotion> motion,
      Optional<MotorCalibration> motors,
      Optional<ContactWork> work) {

    static final Evidence NONE = new Evidence(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
