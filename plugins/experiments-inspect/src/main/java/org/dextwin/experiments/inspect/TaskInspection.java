package org.dextwin.experiments.inspect;

import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.learning.Task;

/** Plays a task with actions drawn at random, which every policy should do better than. */
final class TaskInspection implements Inspection {

  private final Task task;
  private final Play play;

  TaskInspection(Task task, Play play) {
    this.task = task;
    this.play = play;
  }

  @Override
  public void report(ExperimentContext context) {
    Play.Result result = play.atRandom(task, context);
    context.metric("task_observation_size", task.spec().observationSize());
    context.metric("task_action_size", task.spec().actionSize());
    context.metric("task_demonstrations", task.demonstrations().size());
    context.metric("task_random_mean_return", result.meanReturn());
    context.metric("task_random_success_share", result.successShare());
    context.metric("task_random_mean_actions", result.meanActions());
  }
}
