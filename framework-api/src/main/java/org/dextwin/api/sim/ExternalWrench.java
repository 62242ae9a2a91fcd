package org.dextwin.api.sim;

import org.dextwin.api.math.FrameMismatchException;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Wrench;

/**
 * A wrench from outside on a free body of the scene.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param wrench F_B_W about the body's origin, expressed in the world
 */
public record ExternalWrench(Wrench wrench) {

  /**
   * Checks the frame.
   *
   * @param wrench F_B_W about the body's origin, expressed in the world
   * @throws FrameMismatchException if the wrench is not expressed in the world
   */
  public ExternalWrench {
    if (!wrench.frame().equals(Pose.WORLD)) {
      throw new FrameMismatchException("apply a wrench", Pose.WORLD, wrench.frame());
    }
  }
}
