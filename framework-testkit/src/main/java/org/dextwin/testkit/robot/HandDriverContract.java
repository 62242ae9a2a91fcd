package org.dextwin.testkit.robot;

import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.robot.JointDriver;

/**
 * What every driver of a hand keeps. The valid settings are those of the hand, with the block of a
 * driver, such as a twin.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class HandDriverContract<C> extends DeviceContract<Hand, C> {

  /** For subclasses. */
  protected HandDriverContract() {}

  @Override
  protected final JointDriver driverOf(Hand hand) {
    return hand.driver()
        .orElseThrow(() -> new AssertionError("the valid settings make a hand without driver"));
  }

  @Override
  protected final RobotModel robotOf(Hand hand) {
    return hand.model().robot();
  }
}
