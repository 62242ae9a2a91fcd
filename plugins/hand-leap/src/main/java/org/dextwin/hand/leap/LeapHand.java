package org.dextwin.hand.leap;

import java.util.Optional;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.robot.HandDriver;

/**
 * A LEAP hand.
 *
 * @param model its model
 * @param driver the way to its motors
 */
record LeapHand(HandModel model, Optional<HandDriver> driver) implements Hand {

  @Override
  public void close() {
    driver.ifPresent(HandDriver::close);
  }
}
