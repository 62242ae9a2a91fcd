package org.dextwin.testkit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Task;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;

/**
 * What every trainer of policies keeps: its policies fit the task, the same seed gives the same
 * weights, interrupted or not, and what was trained is read back. The subclass supplies a task and
 * a configuration that trains in seconds.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class PolicyTrainerContract<C> extends TrainerContract<PolicyTrainer, Policy, C> {

  /** For subclasses. */
  protected PolicyTrainerContract() {}

  /**
   * Returns a small task that the trainer can learn.
   *
   * @return a new task, the same each time
   */
  protected abstract Task task();

  private Task newTask() {
    return closedAtEnd(task());
  }

  @Override
  final Policy train(PolicyTrainer trainer, TrainingRun run) {
    return trainer.train(newTask(), run);
  }

  @Override
  final Policy load(PolicyTrainer trainer, Path checkpoint) {
    return trainer.load(checkpoint, newTask().spec());
  }

  @Override
  final List<Float> answers(Policy policy) {
    return PolicyChecks.actions(policy, SEED);
  }

  @Test
  final void policyFitsTheTask() {
    PolicySpec spec = newTask().spec();
    Policy policy = trained(new TestTrainingRun(SEED, newFolder()));
    assertThat(policy.spec().observationSize())
        .as("observation size")
        .isEqualTo(spec.observationSize());
    assertThat(policy.spec().actionSize()).as("action size").isEqualTo(spec.actionSize());
    assertThat(policy.spec().actionBound())
        .as("action bound")
        .isLessThanOrEqualTo(spec.actionBound());
    PolicyChecks.assertWithinSpec(policy, SEED);
  }

  @Test
  final void checkpointForAnotherSpecIsRefused() {
    Path folder = newFolder();
    PolicySpec spec = trained(new TestTrainingRun(SEED, folder)).spec();
    PolicySpec other =
        new PolicySpec(spec.observationSize() + 3, spec.actionSize() + 1, spec.actionBound());
    PolicyTrainer trainer = create();
    assertThatThrownBy(() -> closedAtEnd(trainer.load(folder, other)))
        .as("loading a policy of %s for %s", spec, other)
        .isInstanceOf(InvalidInputException.class);
  }
}
