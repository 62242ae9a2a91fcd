package org.dextwin.experiments.dexndm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.ExperimentContract;
import org.dextwin.testkit.experiment.TestExperimentContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sim-to-sim keeps the contract, and says what is gained where a lag costs motion. */
final class SimToSimContractTest extends ExperimentContract<SimToSimConfig> {

  private static final LaggingHand SOURCE = new LaggingHand(0.5, 0, 400);
  private static final LaggingHand TARGET = new LaggingHand(0.2, 0, 400);

  @TempDir private Path folder = Path.of("");

  @Override
  protected ComponentProvider<Experiment, SimToSimConfig> provider() {
    return new SimToSimProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of(
        "base", Map.of("trainer", "waves", "checkpoint", "base.safetensors"),
        "home", "source",
        "recordings",
            List.of(
                Map.of("from", Map.of("name", "source", "task", "source", "actions", "policy")),
                Map.of("from", Map.of("name", "target", "task", "target"))),
        "methods",
            List.of(
                Map.of(
                    "name", "ours",
                    "dynamics", "dynamics",
                    "corrections", "corrections",
                    "source", "source",
                    "target", "target"),
                Map.of("name", "direct", "corrections", "corrections")),
        "cases", List.of(Map.of("name", "object", "task", "target")));
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with("waves", new WaveTrainer());
    context.with("corrections", new LagCompensation(SOURCE.proprioception()));
    context.with("target", TARGET);
    context.with(Task.class, SOURCE);
    context.with(DynamicsTrainer.class, new LagTrainer(2));
  }

  @Test
  void whatTheLagCostsIsGainedBack() {
    TestExperimentContext context = new TestExperimentContext(folder);
    create().run(context);
    double ratio = context.metric("ratio_ours_to_direct_rotr");
    assertThat(ratio)
        .isGreaterThan(1.1)
        .isEqualTo(context.metric("ours_rotr") / context.metric("direct_rotr"));
    assertThat(context.metric("ratio_ours_to_direct_rotr_low")).isLessThanOrEqualTo(ratio);
    assertThat(context.metric("ratio_ours_to_direct_rotr_high")).isGreaterThanOrEqualTo(ratio);
    assertThat(context.metric("ours_ttf")).isEqualTo(1);
    assertThat(context.metric("direct_rotp")).isPositive();
    assertThat(context.items()).hasSize(2);
  }

  @Test
  void methodsMayHaveAPolicyOfTheirOwn() throws IOException {
    Path still = Files.writeString(folder.resolve("still.gait"), "0 0 0 0 0 0 1");
    Map<String, Object> settings = new HashMap<>(validSettings());
    settings.put("recordings", List.of());
    settings.put(
        "methods",
        List.of(
            Map.of("name", "direct", "corrections", "corrections"),
            Map.of(
                "name", "still",
                "corrections", "corrections",
                "base", Map.of("gaits", List.of(still.toString())))));
    TestExperimentContext context = new TestExperimentContext(folder);
    create(MapSettings.ofProvider("experiment", roleOptions(), "sim-to-sim", settings))
        .run(context);
    assertThat(context.metric("direct_rotr")).isPositive();
    assertThat(context.metric("still_rotr")).isLessThan(0.3 * context.metric("direct_rotr"));
  }
}
