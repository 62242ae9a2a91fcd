package org.dextwin.testkit.robot;

import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.robot.JointDriver;

/**
 * What every driver of an arm keeps. The valid settings are those of an arm without a hand, with
 * the block of a driver, such as a twin.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class ArmDriverContract<C> extends DeviceContract<Arm, C> {

  /** For subclasses. */
  protected ArmDriverContract() {}

  @Override
  protected final JointDriver driverOf(Arm arm) {
    return arm.driver()
        .orElseThrow(() -> new AssertionError("the valid settings make an arm without driver"));
  }

  @Override
  protected final RobotModel robotOf(Arm arm) {
    return arm.model().robot();
  }
}
