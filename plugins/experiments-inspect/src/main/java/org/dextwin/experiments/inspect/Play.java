package org.dextwin.experiments.inspect;

import java.util.SplittableRandom;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.learning.Task;

/**
 * Plays episodes of a task.
 *
 * @param episodes how many
 * @param longest actions after which an episode is ended
 * @param seed seed of the episodes
 */
record Play(int episodes, int longest, long seed) {

  /**
   * What came of the episodes.
   *
   * @param meanReturn mean sum of rewards
   * @param successShare share of episodes that succeeded
   * @param meanActions mean number of actions
   */
  record Result(double meanReturn, double successShare, double meanActions) {}

  /** Who acts. */
  private interface Actor {

    void reset(long seed);

    float[] act(float[] observation);
  }

  Result with(Policy policy, Task task, ExperimentContext context) {
    return play(
        task,
        context,
        new Actor() {
          @Override
          public void reset(long episode) {
            policy.reset(episode);
          }

          @Override
          public float[] act(float[] observation) {
            return policy.act(observation);
          }
        });
  }

  Result atRandom(Task task, ExperimentContext context) {
    PolicySpec spec = task.spec();
    return play(
        task,
        context,
        new Actor() {
          private SplittableRandom random = new SplittableRandom(seed);

          @Override
          public void reset(long episode) {
            random = new SplittableRandom(episode);
          }

          @Override
          public float[] act(float[] observation) {
            float[] action = new float[spec.actionSize()];
            for (int i = 0; i < action.length; i++) {
              action[i] = (float) random.nextDouble(-spec.actionBound(), spec.actionBound());
            }
            return action;
          }
        });
  }

  private Result play(Task task, ExperimentContext context, Actor actor) {
    double sum = 0;
    double successes = 0;
    double actions = 0;
    try (Environment environment = task.open()) {
      for (int episode = 0; episode < episodes; episode++) {
        context.checkCancelled();
        actor.reset(seed + episode);
        float[] observation = environment.reset(seed + episode);
        for (int i = 0; i < longest; i++) {
          StepOutcome outcome = environment.step(actor.act(observation));
          observation = outcome.observation();
          sum += outcome.reward();
          actions++;
          if (outcome.ending().isPresent()) {
            successes += outcome.ending().get().success() ? 1 : 0;
            break;
          }
        }
      }
    }
    return new Result(sum / episodes, successes / episodes, actions / episodes);
  }
}
