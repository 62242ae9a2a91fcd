package org.dextwin.api.learning;

import org.dextwin.api.spi.Experimental;

/**
 * Follows one human hand with one robot. Each pose is searched for from the one before; the same
 * poses after {@link #restart} give the same results.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Experimental
public interface RetargetingSession {

  /**
   * Maps a hand; a left one is mirrored for a right robot hand, and the other way round.
   *
   * @param hand the human hand
   * @return what the robot does
   * @throws org.dextwin.api.math.FrameMismatchException if the robot is an arm, which stands in the
   *     world, and the hand is in another frame
   */
  RetargetedPose retarget(HumanHandPose hand);

  /** Forgets the pose before: what comes next is another motion, or follows a gap. */
  void restart();
}
