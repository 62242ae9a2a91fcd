package org.dextwin.hand.leap;

import java.util.Arrays;
import java.util.List;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.FingertipForceDriver;
import org.dextwin.devices.safety.FingertipTorques;
import org.dextwin.devices.safety.ForceDriver;
import org.dextwin.devices.safety.GuardedDriver;
import org.dextwin.devices.safety.JointLimits;
import org.dextwin.devices.safety.SafetyEnvelope;
import org.dextwin.devices.time.Clock;
import org.dextwin.hand.leap.internal.driver.DynamixelConfig;
import org.dextwin.hand.leap.internal.driver.DynamixelHand;
import org.dextwin.hand.leap.internal.driver.Port;

/** Puts the safety envelope round the driver of a hand. */
final class LeapSafety {

  /** A finger reaches full speed within a tenth of a second [rad/s^2]. */
  private static final double ACCELERATION = 80;

  /** Five degrees below what makes the servos let go by themselves [degrees Celsius]. */
  private static final double TEMPERATURE = 65;

  private LeapSafety() {}

  static List<JointLimits> limits(HandModel hand) {
    double[] acceleration = new double[hand.robot().actuators().size()];
    Arrays.fill(acceleration, ACCELERATION);
    return JointLimits.of(hand.robot(), acceleration, TEMPERATURE);
  }

  static FingertipForceDriver guarded(
      HandModel hand, Port port, DynamixelConfig bus, LeapDriver.Options options, Clock clock) {
    List<JointLimits> limits = limits(hand);
    DynamixelHand servos = new DynamixelHand(port, bus, hand.robot().motorOrder(), limits, clock);
    SafetyEnvelope envelope = SafetyEnvelope.of(hand, limits, options.safety());
    double torqueConstant = bus.torqueConstantNmPerA();
    return new ForceDriver(
        new GuardedDriver(servos, envelope, options.safety(), clock),
        FingertipTorques.of(
            options.forceMap().of(hand, torqueConstant, bus.currentCapMa()), torqueConstant));
  }
}
