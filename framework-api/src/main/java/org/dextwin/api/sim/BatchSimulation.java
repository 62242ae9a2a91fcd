package org.dextwin.api.sim;

import java.util.List;

/**
 * Many rollouts of one scene, on several threads at a time. What a rollout gives does not depend on
 * the number of threads, nor on the rollouts beside it.
 *
 * <p><i>Thread safety</i>: confined to one thread. <i>Lifecycle</i>: opened by {@link
 * Simulator#openBatch}; closed by the caller; closing twice does nothing, every other call after it
 * throws an {@link IllegalStateException}.
 */
public interface BatchSimulation extends AutoCloseable {

  /**
   * One rollout.
   *
   * @param start the state it starts from
   * @param controls what drives it
   */
  record Rollout(SimulationState start, ControlSequence controls) {}

  /**
   * Returns which entries of a state belong to which body and joint.
   *
   * @return the layout
   */
  StateLayout layout();

  /**
   * Returns the start of the scene.
   *
   * @return the state
   */
  SimulationState start();

  /**
   * Runs all rollouts.
   *
   * @param rollouts the rollouts
   * @return their trajectories, in the same order
   * @throws SimulationException if the state of a rollout becomes invalid; of several, that of the
   *     first in the list is reported, after all have ended
   */
  List<Trajectory> run(List<Rollout> rollouts);

  /** Releases all worlds; a second call does nothing. */
  @Override
  void close();
}
