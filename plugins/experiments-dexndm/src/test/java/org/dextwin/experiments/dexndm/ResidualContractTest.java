package org.dextwin.experiments.dexndm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.dextwin.testkit.experiment.TestExperimentContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The residual experiment keeps the contract, and measures what is known of a hand that lags. */
final class ResidualContractTest extends ExperimentContract<ResidualConfig> {

  private static final LaggingHand SOURCE = new LaggingHand(0.4, 0, 400);
  private static final LaggingHand TARGET = new LaggingHand(0.3, 0, 400);

  @TempDir private Path folder = Path.of("");

  @Override
  protected ComponentProvider<Experiment, ResidualConfig> provider() {
    return new ResidualProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of(
        "base", Map.of("trainer", "waves", "checkpoint", "base.safetensors"),
        "home", "source",
        "dynamics", "dynamics",
        "corrections", "corrections",
        "source", Map.of("name", "source", "task", "source"),
        "target", Map.of("name", "target", "task", "target"),
        "reference", "source",
        "tracked", "target");
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
  void whatTheLagSpoilsIsCorrectedAndNothingWhereThereIsNone() {
    TestExperimentContext context = new TestExperimentContext(folder);
    create().run(context);
    assertThat(context.metric("tracking_error_direct_rad")).isGreaterThan(0.01);
    assertThat(context.metric("tracking_error_reduction_pct")).isGreaterThan(70);
    assertThat(context.metric("tracking_error_reduction_pct_low"))
        .isLessThanOrEqualTo(context.metric("tracking_error_reduction_pct"));
    assertThat(context.metric("correction_mean_rad")).isGreaterThan(0.01);
    assertThat(context.metric("zero_mismatch_correction_rad")).isLessThan(1e-4);
    assertThat(context.items()).hasSize(2);
  }
}
