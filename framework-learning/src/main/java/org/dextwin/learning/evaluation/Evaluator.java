package org.dextwin.learning.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.learning.Task;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.training.Seeds;
import org.jspecify.annotations.Nullable;

/**
 * Plays episodes of a task by a policy, several at a time. An episode depends on its number and the
 * seed alone, so neither the number of threads nor that of episodes changes it.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class Evaluator {

  /** Longer than any task; a world that never ends an episode would hang otherwise. */
  private static final int MOST_STEPS = 1_000_000;

  private final Workers workers;
  private final Runnable checkCancelled;

  /**
   * Makes an evaluator.
   *
   * @param workers play side by side, each in an environment of its own
   * @param checkCancelled throws if the user cancelled; called from all threads
   */
  public Evaluator(Workers workers, Runnable checkCancelled) {
    this.workers = workers;
    this.checkCancelled = checkCancelled;
  }

  /**
   * Plays episodes.
   *
   * @param task the task
   * @param policies makes a policy for each thread, all of them alike; closed here
   * @param episodes number of episodes
   * @param seed from which the seeds of the episodes are derived
   * @param progress advanced by one per episode
   * @return what came of them
   * @throws IllegalArgumentException if the policy is made for other sizes than the task's
   */
  public Evaluation play(
      Task task, Supplier<Policy> policies, int episodes, long seed, Progress progress) {
    @Nullable PlayedEpisode[] played = new @Nullable PlayedEpisode[episodes];
    AtomicInteger next = new AtomicInteger();
    workers.each(
        Math.min(workers.threads(), episodes),
        lane -> {
          try (Environment environment = task.open();
              Policy policy = policies.get()) {
            requireFit(task.spec(), policy.spec());
            for (int n = next.getAndIncrement(); n < episodes; n = next.getAndIncrement()) {
              played[n] = play(environment, policy, n, Seeds.derive(seed, n));
              progress.advance(1);
            }
          }
        });
    return new Evaluation(Arrays.stream(played).map(Objects::requireNonNull).toList());
  }

  private static void requireFit(PolicySpec task, PolicySpec policy) {
    if (task.observationSize() != policy.observationSize()
        || task.actionSize() != policy.actionSize()) {
      throw new IllegalArgumentException(
          "the policy is made for " + policy + ", but the task has " + task);
    }
  }

  private PlayedEpisode play(Environment environment, Policy policy, int number, long seed) {
    policy.reset(seed);
    float[] observation = environment.reset(seed);
    List<Map<String, Double>> measures = new ArrayList<>();
    double reward = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      checkCancelled.run();
      StepOutcome outcome = environment.step(policy.act(observation));
      reward += outcome.reward();
      measures.add(outcome.measures());
      if (outcome.ending().isPresent()) {
        return new PlayedEpisode(number, seed, outcome.ending().get(), reward, measures);
      }
      observation = outcome.observation();
    }
    throw new IllegalStateException(
        "episode " + number + " did not end in " + MOST_STEPS + " steps; the task never ends it");
  }
}
