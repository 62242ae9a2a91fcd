package org.dextwin.testkit.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.api.learning.Transitions;
import org.junit.jupiter.api.Test;

/**
 * What every trainer of dynamics models keeps: it learns joints that lag behind their targets, the
 * same seed gives the same weights, interrupted or not, and what was trained is read back and can
 * be trained further. The subclass supplies a configuration that trains in seconds.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class DynamicsTrainerContract<C>
    extends TrainerContract<DynamicsTrainer, DynamicsModel, C> {

  /** For subclasses. */
  protected DynamicsTrainerContract() {}

  /**
   * Returns what to learn from: two joints that lag behind their targets.
   *
   * @return about a thousand transitions, the same each time
   */
  protected Transitions transitions() {
    return FakeHandMotion.record(SEED, 8, 150);
  }

  @Override
  final DynamicsModel train(DynamicsTrainer trainer, TrainingRun run) {
    return trainer.train(transitions(), Optional.empty(), run);
  }

  @Override
  final DynamicsModel load(DynamicsTrainer trainer, Path checkpoint) {
    return trainer.load(checkpoint);
  }

  @Override
  final List<Float> answers(DynamicsModel model) {
    List<Float> answers = new ArrayList<>();
    for (float position : model.predict(DynamicsChecks.histories(model.spec(), 5, SEED), 5)) {
      answers.add(position);
    }
    return answers;
  }

  @Test
  final void modelFitsTheTransitions() {
    DynamicsModel model = trained(new TestTrainingRun(SEED, newFolder()));
    assertThat(model.spec().joints()).as("joints").isEqualTo(transitions().joints());
    assertThat(model.spec().period()).as("period").isEqualTo(transitions().period());
  }

  @Test
  final void modelIsBetterThanStandingStill() {
    DynamicsModel model = trained(new TestTrainingRun(SEED, newFolder()));
    DynamicsChecks.Errors errors =
        DynamicsChecks.Errors.of(model, FakeHandMotion.record(SEED + 1, 2, 60));
    assertThat(errors.model())
        .as("error on other motions [rad], %s if nothing moved", errors.standstill())
        .isLessThan(0.5 * errors.standstill());
  }

  @Test
  final void fineTuningStartsFromTheCheckpoint() {
    Path folder = newFolder();
    DynamicsModel first = trained(new TestTrainingRun(SEED, folder));
    Transitions few = FakeHandMotion.record(SEED + 2, 1, 40);
    DynamicsModel tuned =
        closedAtEnd(
            create().train(few, Optional.of(folder), new TestTrainingRun(SEED, newFolder())));
    DynamicsModel scratch =
        closedAtEnd(create().train(few, Optional.empty(), new TestTrainingRun(SEED, newFolder())));
    assertThat(tuned.spec()).as("spec").isEqualTo(first.spec());
    assertThat(answers(tuned))
        .as("answers, against those from scratch")
        .isNotEqualTo(answers(scratch));
    Transitions others = FakeHandMotion.record(SEED + 1, 2, 60);
    assertThat(DynamicsChecks.Errors.of(tuned, others).model())
        .as("error after fine-tuning on little, against that from scratch [rad]")
        .isLessThan(1.2 * DynamicsChecks.Errors.of(scratch, others).model());
  }
}
