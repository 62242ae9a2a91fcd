package org.dextwin.learning.checkpoint;

import java.nio.file.Path;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.spi.InvalidInputException;

/** Holds a policy that was read from a checkpoint against the task that it is to be played in. */
public final class TrainedPolicy {

  private TrainedPolicy() {}

  /**
   * Checks that a task takes what a policy does: observations and actions of the same sizes, and a
   * bound of actions that is not below the policy's.
   *
   * @param <P> type of the policy
   * @param policy the policy; closed if it does not fit
   * @param checkpoint where it was read from
   * @param task what the task has
   * @return the policy
   * @throws InvalidInputException if it does not fit
   */
  public static <P extends Policy> P fitting(P policy, Path checkpoint, PolicySpec task) {
    PolicySpec own = policy.spec();
    if (own.observationSize() == task.observationSize()
        && own.actionSize() == task.actionSize()
        && own.actionBound() <= task.actionBound()) {
      return policy;
    }
    policy.close();
    throw new InvalidInputException(
        checkpoint
            + ": was trained for "
            + own
            + ", but the task has "
            + task
            + "; train for this task");
  }
}
