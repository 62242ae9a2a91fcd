package org.dextwin.api.learning;

import org.dextwin.api.math.Pose;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.spi.Experimental;

/**
 * A retargeter that also moves the arm which carries the hand.
 *
 * <p><i>Thread safety</i>: thread-safe; the sessions it opens are confined.
 */
@Experimental
public interface ArmRetargeter extends Retargeter {

  /**
   * Begins to follow a human hand with a robot hand on an arm.
   *
   * @param arm the arm with its hand
   * @param baseInWorld X_WB, pose of the arm's root link in the world
   * @return a session, for human hands in the world
   * @throws org.dextwin.api.spi.InvalidInputException if the configuration does not fit the hand
   * @throws IllegalArgumentException if the arm carries no hand
   */
  RetargetingSession open(ArmModel arm, Pose baseInWorld);
}
