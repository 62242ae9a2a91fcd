package org.dextwin.experiments.dexndm;

import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.learning.Task;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.ExperimentContract;
import org.dextwin.testkit.robot.FakeHand;

/** The experiment keeps its contract. */
class CollectContractTest extends ExperimentContract<CollectConfig> {

  private static final Map<String, Object> FAKE = Map.of("type", "fake");

  @Override
  protected ComponentProvider<Experiment, CollectConfig> provider() {
    return new CollectProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of(
        "scale",
        "paper-shape",
        "hand",
        FAKE,
        "sources",
        List.of(Map.of("name", "waves", "task", FAKE, "actions", "waves", "episodes", 25)));
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with(Task.class, new RatchetTask());
    context.with(Hand.class, new FakeHand(HandModel.Side.RIGHT));
  }
}
