package org.dextwin.sim.semiimplicit;

import org.dextwin.api.model.JointVector;
import org.dextwin.api.sim.JointStates;

/**
 * The joints of a scene without robots.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param scene name of the scene
 */
record NoJoints(String scene) implements JointStates {

  @Override
  public JointVector positions(String robot) {
    throw missing(robot);
  }

  @Override
  public JointVector velocities(String robot) {
    throw missing(robot);
  }

  private IllegalArgumentException missing(String robot) {
    return new IllegalArgumentException(
        "scene '" + scene + "' has no robot '" + robot + "'; it has none at all");
  }
}
