package org.dextwin.experiments.hardware;

import java.util.Optional;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.robot.HandDriver;
import org.dextwin.testkit.robot.FakeDriver;
import org.dextwin.testkit.robot.FakeHand;

/** The test kit's hand with the test kit's driver. */
final class DrivenHand implements Hand {

  private final Hand hand = new FakeHand(HandModel.Side.RIGHT);
  private final FakeDriver driver = new FakeDriver(hand.model().robot());

  @Override
  public HandModel model() {
    return hand.model();
  }

  @Override
  public Optional<HandDriver> driver() {
    return Optional.of(driver);
  }

  @Override
  public void close() {
    driver.close();
  }
}
