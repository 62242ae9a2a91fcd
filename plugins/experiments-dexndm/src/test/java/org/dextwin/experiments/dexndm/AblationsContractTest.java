package org.dextwin.experiments.dexndm;

import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.experiments.dexndm.fake.LagCompensation;
import org.dextwin.experiments.dexndm.fake.LagTrainer;
import org.dextwin.experiments.dexndm.fake.LaggingHand;
import org.dextwin.experiments.dexndm.fake.WaveTrainer;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.ExperimentContract;

/** Ablations keep the contract of experiments, with a hand and learners of no plugin. */
final class AblationsContractTest extends ExperimentContract<AblationsConfig> {

  private static final LaggingHand HAND = new LaggingHand(0.4, 0, 400);

  @Override
  protected ComponentProvider<Experiment, AblationsConfig> provider() {
    return new AblationsProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of(
        "base", Map.of("trainer", "waves", "checkpoint", "base.safetensors"),
        "home", "source",
        "recordings",
            List.of(
                Map.of("from", Map.of("name", "source", "task", "source")),
                Map.of("from", Map.of("name", "loaded", "task", "loaded"))),
        "shifted", Map.of("name", "used", "task", "loaded", "actions", "policy"),
        "variants",
            List.of(
                Map.of(
                    "name", "whole-method",
                    "dynamics", "dynamics",
                    "corrections", "corrections",
                    "source", "source",
                    "target", "loaded"),
                Map.of(
                    "name", "no-pre-training",
                    "dynamics", "dynamics",
                    "corrections", "corrections",
                    "target", "loaded")),
        "played", "loaded");
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with("waves", new WaveTrainer());
    context.with("corrections", new LagCompensation(HAND.proprioception()));
    context.with("loaded", new LaggingHand(0.3, 0.05, 400));
    context.with(Task.class, HAND);
    context.with(DynamicsTrainer.class, new LagTrainer(2));
  }
}
