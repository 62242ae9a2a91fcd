package org.dextwin.learning.proprioception;

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
}
