package org.dextwin.robot.urdf;

import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.Hand;

/**
 * A hand from a URDF file.
 *
 * @param model its model
 */
record UrdfHand(HandModel model) implements Hand {

  @Override
  public void close() {
    // holds nothing
  }
}
