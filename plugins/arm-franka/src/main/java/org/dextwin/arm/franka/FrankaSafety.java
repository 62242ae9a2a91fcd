package org.dextwin.arm.franka;

import java.util.List;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.ArmDriver;
import org.dextwin.arm.franka.internal.driver.RosbridgeConfig;
import org.dextwin.arm.franka.internal.driver.TrajectoryArm;
import org.dextwin.arm.franka.internal.rosbridge.RosLink;
import org.dextwin.devices.safety.GuardedDriver;
import org.dextwin.devices.safety.JointLimits;
import org.dextwin.devices.safety.SafetyEnvelope;
import org.dextwin.devices.safety.SafetyOptions;
import org.dextwin.devices.time.Clock;

/** Puts the safety envelope round the driver of an arm. */
final class FrankaSafety {

  /** Part of Franka's limits: targets move in steps, between which the controller adds. */
  private static final double COMMANDED = 0.5;

  /** The reach of the arm, above the plane that it stands on. */
  private static final SafetyOptions.Box WORKSPACE =
      new SafetyOptions.Box(new Vec3(-0.9, -0.9, 0.02), new Vec3(0.9, 0.9, 1.25));

  private FrankaSafety() {}

  static List<JointLimits> limits(RobotModel arm) {
    double[] acceleration =
        arm.actuators().stream().mapToDouble(it -> COMMANDED * it.accelerationLimit()).toArray();
    return JointLimits.of(arm, acceleration, Double.POSITIVE_INFINITY);
  }

  static ArmDriver guarded(
      RobotModel arm,
      String flange,
      RosLink link,
      RosbridgeConfig ros,
      SafetyOptions safety,
      Clock clock) {
    List<JointLimits> limits = limits(arm);
    return new GuardedDriver(
        new TrajectoryArm(link, ros, arm, limits, clock),
        SafetyEnvelope.of(arm, limits, safety, flange, WORKSPACE),
        safety,
        clock);
  }
}
