package org.dextwin.api.sim;

import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Twist;

/**
 * Poses and twists of bodies and links at one state.
 *
 * <p><i>Thread safety</i>: confined; valid until the simulation steps.
 */
public interface BodyStates {

  /**
   * Returns the pose of a body, or of a link named {@code robot/link}.
   *
   * @param body its name
   * @return X_WB
   * @throws IllegalArgumentException if there is none
   */
  Pose pose(String body);

  /**
   * Returns the velocity of a body, or of a link named {@code robot/link}.
   *
   * @param body its name
   * @return V_WB_W
   * @throws IllegalArgumentException if there is none
   */
  Twist twist(String body);
}
