package org.dextwin.hand.allegro;

import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.Hand;

/**
 * An Allegro hand.
 *
 * @param model its model
 */
record AllegroHand(HandModel model) implements Hand {

  @Override
  public void close() {
    // holds nothing
  }
}
