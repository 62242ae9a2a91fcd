package org.dextwin.experiments.drex.internal.grasp;

import java.util.List;
import java.util.Map;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Task;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.ExperimentContract;
import org.dextwin.testkit.learning.FakeTask;

/** A study of a task that grasps nothing, by a learner that learns one number. */
abstract class StudyContract extends ExperimentContract<StudyConfig> {

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of(
        "trainer",
        "policy-trainer",
        "trials",
        6,
        "policies",
        List.of(
            Map.of("name", "told", "task", "task", "train-kg", 0.1),
            Map.of("name", "few", "task", "task", "demonstrations", 5),
            Map.of("name", "hidden", "task", "task", "hide-mass", true),
            Map.of("name", "replay", "task", "task", "source", "replay")),
        "cases",
        List.of(
            Map.of("name", "light", "task", "task", "eval-kg", 0.1),
            Map.of("name", "heavy", "task", "task", "eval-kg", 0.2)));
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with(Task.class, new FakeTask());
    context.with(PolicyTrainer.class, new MeanTrainer());
  }
}
