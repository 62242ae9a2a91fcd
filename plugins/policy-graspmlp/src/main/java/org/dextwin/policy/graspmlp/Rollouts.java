package org.dextwin.policy.graspmlp;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.learning.Task;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.evaluation.GraspMeasures;
import org.dextwin.learning.training.Samples;
import org.dextwin.learning.training.Seeds;

/**
 * Plays the policy in the task's world and labels what it saw at the beginning of an episode with
 * what came of it: D-REX, Algorithm 2, lines 17 to 19.
 */
final class Rollouts {

  private final Task task;
  private final GraspShape shape;
  private final Scaling scaling;
  private final TrainingRun run;
  private final int count;

  Rollouts(Task task, GraspShape shape, Scaling scaling, TrainingRun run, int count) {
    this.task = task;
    this.shape = shape;
    this.scaling = scaling;
    this.run = run;
    this.count = count;
  }

  /**
   * Plays the episodes of an epoch.
   *
   * @param epoch number of the epoch
   * @param policies the policy as it is now
   * @param anchors the policy whose joint targets are to be kept
   * @param workers play side by side
   */
  Samples of(
      int epoch,
      Supplier<GraspMlpPolicy> policies,
      Supplier<GraspMlpPolicy> anchors,
      Workers workers) {
    int inputs = shape.spec().observationSize();
    int targets = shape.spec().actionSize();
    float[] observations = new float[count * inputs];
    float[] labels = new float[count * targets];
    AtomicInteger next = new AtomicInteger();
    workers.each(
        Math.min(workers.threads(), count),
        lane -> {
          try (Environment environment = task.open();
              GraspMlpPolicy policy = policies.get();
              GraspMlpPolicy anchor = anchors.get()) {
            for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
              run.checkCancelled();
              long seed = Seeds.derive(run.seed(), (long) epoch * count + n);
              float[] first = environment.reset(seed);
              System.arraycopy(first, 0, observations, n * inputs, inputs);
              scaling.apply(shape, observations, n * inputs);
              System.arraycopy(anchor.act(first), 0, labels, n * targets, shape.joints());
              label(play(environment, policy, first), labels, n * targets + shape.joints());
            }
          }
        });
    return Samples.of(count, observations, labels);
  }

  /** Plays an episode and returns what was measured at its end. */
  private static Map<String, Double> play(
      Environment environment, GraspMlpPolicy policy, float[] first) {
    StepOutcome outcome = environment.step(policy.act(first));
    while (outcome.ending().isEmpty()) {
      outcome = environment.step(policy.act(outcome.observation()));
    }
    return outcome.measures();
  }

  private static void label(Map<String, Double> measures, float[] labels, int at) {
    labels[at] = measure(measures, GraspMeasures.CONTACT_SUSTAINED);
    labels[at + 1] = measure(measures, GraspMeasures.OBJECT_RETAINED);
    labels[at + 2] = measure(measures, GraspMeasures.FORCE_TARGET);
  }

  private static float measure(Map<String, Double> measures, String name) {
    Double value = measures.get(name);
    if (value == null || !(value >= 0 && value <= 1)) {
      throw new InvalidInputException(
          "the task measured '"
              + name
              + "' as "
              + value
              + " at the end of an episode, but graspmlp needs a number from 0 to 1; choose a"
              + " grasping task, or set refinement-epochs = 0");
    }
    return value.floatValue();
  }
}
