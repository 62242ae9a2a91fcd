package org.dextwin.learning.proprioception;

import java.util.Optional;
import org.dextwin.api.learning.Task;

/**
 * A task whose observations and actions are laid out as {@link Proprioception} says, so that a
 * learner can find joints and targets in them.
 */
public interface ProprioceptiveTask extends Task {

  /**
   * Returns the layout.
   *
   * @return sizes, rate and limits, which agree with {@link #spec}
   */
  Proprioception proprioception();

  /**
   * Returns the hand with the numbers that are true in this world, for what measures how well they
   * are identified. No policy may see them.
   *
   * @return the hand; empty if its numbers are not known, or change from episode to episode
   */
  default Optional<HeldHand> held() {
    return Optional.empty();
  }
}
