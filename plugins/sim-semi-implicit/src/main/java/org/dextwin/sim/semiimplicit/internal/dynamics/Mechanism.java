package org.dextwin.sim.semiimplicit.internal.dynamics;

import org.dextwin.mechanics.dynamics.Frames;

/**
 * A part of the world with mass: it moves frames with its share of q and v, and turns wrenches on
 * them into its share of the acceleration. The derivatives are asked for at the state of the last
 * call of {@link #kinematics} and {@link #accelerations}.
 *
 * <p><i>Thread safety</i>: confined.
 */
public interface Mechanism {

  /**
   * Places its frames.
   *
   * @param q configuration of the world
   * @param v velocity of the world
   * @param frames poses and velocities of its frames; overwritten
   */
  void kinematics(double[] q, double[] v, Frames frames);

  /**
   * Solves M vdot = f (D-REX Eq. 2) for its share, gravity included.
   *
   * @param frames wrenches
   * @param acceleration its share is overwritten
   */
  void accelerations(Frames frames, double[] acceleration);

  /**
   * Pushes directions to its frames.
   *
   * @param dq direction in the configuration
   * @param dv direction in the velocity
   * @param frames directions of poses and velocities of its frames; overwritten
   */
  void kinematicsJvp(double[] dq, double[] dv, Frames frames);

  /**
   * Pushes directions of state, wrenches and parameters to its share of the acceleration.
   *
   * @param dq direction in the configuration
   * @param dv direction in the velocity
   * @param frames directions of the wrenches
   * @param da derivative; its share is overwritten
   */
  void accelerationsJvp(double[] dq, double[] dv, Frames frames, double[] da);

  /**
   * Pulls a cotangent of the acceleration back to wrenches, state and parameters.
   *
   * @param aBar cotangent of the acceleration
   * @param frames cotangents of the wrenches on its frames are added to
   * @param qBar cotangent of the configuration; added to
   * @param vBar cotangent of the velocity; added to
   */
  void accelerationsVjp(double[] aBar, Frames frames, double[] qBar, double[] vBar);

  /**
   * Pulls cotangents of its frames back to the state and parameters.
   *
   * @param frames cotangents of poses and velocities; may be used up
   * @param qBar cotangent of the configuration; added to
   * @param vBar cotangent of the velocity; added to
   */
  void kinematicsVjp(Frames frames, double[] qBar, double[] vBar);
}
