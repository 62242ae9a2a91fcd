package org.dextwin.experiments.inspect;

import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Task;

/** Trains a policy, and compares it with actions drawn at random. */
final class TrainingInspection implements Inspection {

  private final PolicyTrainer trainer;
  private final Task task;
  private final Play play;
  private final long seed;

  TrainingInspection(PolicyTrainer trainer, Task task, Play play, long seed) {
    this.trainer = trainer;
    this.task = task;
    this.play = play;
    this.seed = seed;
  }

  @Override
  public void report(ExperimentContext context) {
    Play.Result random = play.atRandom(task, context);
    try (Policy policy = trainer.train(task, new InspectionRun(context, "training", seed))) {
      Play.Result trained = play.with(policy, task, context);
      context.metric("training_random_mean_return", random.meanReturn());
      context.metric("training_trained_mean_return", trained.meanReturn());
      context.metric("training_random_success_share", random.successShare());
      context.metric("training_trained_success_share", trained.successShare());
    }
  }
}
