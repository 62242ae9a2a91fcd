package org.dextwin.sim.semiimplicit.internal.dynamics;

import org.dextwin.mechanics.dynamics.Frames;

/**
 * Forces on frames, as one term of the right-hand side f of D-REX Eq. 2. The derivatives are asked
 * for at the state of the last {@link #evaluate}, so a term may keep what it computed there.
 *
 * <p><i>Thread safety</i>: confined.
 */
public interface ForceTerm {

  /**
   * Adds the term's wrenches.
   *
   * @param frames poses and velocities; their wrenches are added to
   */
  void evaluate(Frames frames);

  /**
   * Adds the derivatives of the wrenches in the directions of poses, velocities and parameters.
   *
   * @param frames directions; those of the wrenches are added to
   */
  void jvp(Frames frames);

  /**
   * Pulls cotangents of the wrenches back.
   *
   * @param frames cotangents; those of poses and velocities are added to, as are those of the
   *     parameters
   */
  void vjp(Frames frames);
}
