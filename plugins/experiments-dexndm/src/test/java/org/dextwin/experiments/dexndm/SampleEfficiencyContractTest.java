package org.dextwin.experiments.dexndm;

import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.experiments.dexndm.fake.LagTrainer;
import org.dextwin.experiments.dexndm.fake.LaggingHand;
import org.dextwin.experiments.dexndm.fake.WaveTrainer;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.ExperimentContract;

/** Sample efficiency keeps the contract of experiments, with a hand and learners of no plugin. */
final class SampleEfficiencyContractTest extends ExperimentContract<SampleEfficiencyConfig> {

  @Override
  protected ComponentProvider<Experiment, SampleEfficiencyConfig> provider() {
    return new SampleEfficiencyProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of(
        "base", Map.of("trainer", "policy-trainer", "checkpoint", "base.safetensors"),
        "home", "source",
        "factorisations",
            List.of(
                Map.of("name", "joint-wise", "trainer", "short"),
                Map.of("name", "whole-hand", "trainer", "long")),
        "distributions",
            List.of(
                Map.of("name", "free", "task", "free"),
                Map.of("name", "waving", "task", "free", "actions", "waves")),
        "shifted", Map.of("name", "loaded", "task", "loaded", "actions", "policy"),
        "transitions", List.of(400, 1000),
        "test-transitions", 400);
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with(Task.class, new LaggingHand(0.3, 0, 400));
    context.with("loaded", new LaggingHand(0.3, 0.1, 400));
    context.with("short", new LagTrainer(2));
    context.with("long", new LagTrainer(5));
    context.with(DynamicsTrainer.class, new LagTrainer(2));
    context.with(PolicyTrainer.class, new WaveTrainer());
  }
}
