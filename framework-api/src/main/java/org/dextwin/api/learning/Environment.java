package org.dextwin.api.learning;

import org.dextwin.api.spi.Experimental;

/**
 * A world in which episodes of a task are played, one after another. The same seed and actions give
 * the same episode, whatever was played before.
 *
 * <p><i>Thread safety</i>: confined to one thread.
 */
@Experimental
public interface Environment extends AutoCloseable {

  /**
   * Starts an episode.
   *
   * @param seed seed of everything that is random in it: start, object, disturbance, noise
   * @return the first observation, shape (spec().observationSize())
   */
  float[] reset(long seed);

  /**
   * Acts until the next decision of the policy is due.
   *
   * @param action shape (spec().actionSize()); numbers out of bounds are clipped, as the robot
   *     would
   * @return what came of it
   * @throws IllegalStateException if no episode is under way
   * @throws IllegalArgumentException if the action has another shape or a number that is not finite
   */
  StepOutcome step(float[] action);

  /** Releases the world; idempotent. */
  @Override
  void close();
}
