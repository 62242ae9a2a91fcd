package org.dextwin.api.sim;

import org.dextwin.api.model.JointVector;

/**
 * Positions and velocities of the joints of robots at one state.
 *
 * <p><i>Thread safety</i>: confined; valid until the simulation steps.
 */
public interface JointStates {

  /**
   * Returns the joint positions of a robot.
   *
   * @param robot its name
   * @return positions, in the kinematic order [rad or m]
   * @throws IllegalArgumentException if there is none
   */
  JointVector positions(String robot);

  /**
   * Returns the joint velocities of a robot.
   *
   * @param robot its name
   * @return velocities, in the kinematic order [rad/s or m/s]
   * @throws IllegalArgumentException if there is none
   */
  JointVector velocities(String robot);
}
