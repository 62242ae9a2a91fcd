package org.dextwin.experiments.drex.internal.fit;

import org.dextwin.api.sim.Trajectory;

/**
 * A rollout and how its configurations answer a change of mass.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param trajectory the rollout
 * @param derivative derivative of a configuration's tangent with respect to mass
 */
record MassResponse(Trajectory trajectory, Derivative derivative) {

  /** Gives d(tangent)/dm at a sample. */
  @FunctionalInterface
  interface Derivative {
    /**
     * Returns one entry.
     *
     * @param sample index of the state
     * @param index index in the tangent
     * @return the derivative, per kilogram
     */
    double at(int sample, int index);
  }
}
