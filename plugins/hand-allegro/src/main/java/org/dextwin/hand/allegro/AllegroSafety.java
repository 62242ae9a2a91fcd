package org.dextwin.hand.allegro;

import java.util.Arrays;
import java.util.List;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.FingertipForceDriver;
import org.dextwin.devices.link.CanLink;
import org.dextwin.devices.safety.FingertipStatics;
import org.dextwin.devices.safety.ForceDriver;
import org.dextwin.devices.safety.GuardedDriver;
import org.dextwin.devices.safety.JointLimits;
import org.dextwin.devices.safety.SafetyEnvelope;
import org.dextwin.devices.time.Clock;
import org.dextwin.hand.allegro.internal.driver.AllegroCan;

/** Puts the safety envelope round the driver of a hand. */
final class AllegroSafety {

  /** A finger reaches full speed within a tenth of a second [rad/s^2]. */
  private static final double ACCELERATION = 80;

  /** The hand itself switches off at a temperature that Wonik does not publish; stay below it. */
  private static final double TEMPERATURE = 60;

  private AllegroSafety() {}

  /** Its motors take torques, so that forces need no currents in between. */
  static FingertipForceDriver guarded(
      HandModel hand, CanLink link, AllegroDriver.Options options, Clock clock) {
    double[] acceleration = new double[hand.robot().actuators().size()];
    Arrays.fill(acceleration, ACCELERATION);
    List<JointLimits> limits = JointLimits.of(hand.robot(), acceleration, TEMPERATURE);
    GuardedDriver driver =
        new GuardedDriver(
            new AllegroCan(link, options.generation(), hand, clock),
            SafetyEnvelope.of(hand, limits, options.safety()),
            options.safety(),
            clock);
    return new ForceDriver(driver, new FingertipStatics(hand));
  }
}
