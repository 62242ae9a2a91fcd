package org.dextwin.policy.cloning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.checkpoint.TrainingFile;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.testkit.learning.FakeTask;
import org.dextwin.testkit.learning.PolicyContract;
import org.dextwin.testkit.learning.TestTrainingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy read from a checkpoint keeps the contract. */
final class ClonedPolicyTest extends PolicyContract<ClonedPolicyProvider.Config> {

  @TempDir private static Path folder = Path.of("");

  @Override
  protected ComponentProvider<Policy, ClonedPolicyProvider.Config> provider() {
    return new ClonedPolicyProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    new CloningTrainer(new CloningConfig(16, 1, 2, 8, 1e-3, 0.1, 0, 0), Kernels.best())
        .train(new FakeTask(), new TestTrainingRun(SEED, folder))
        .close();
    return Map.of("checkpoint", folder.resolve(ClonedPolicy.NAME).toString());
  }

  @Test
  void aHistoryIsRewrittenAsServoErrorsAndMotionsOfTargets() {
    ClonedPolicy.Shape shape = new ClonedPolicy.Shape(new PolicySpec(10, 2, 1), 4, 0, 2, 2);
    // an unused number, positions and targets of two readings, a number of the context
    float[] values = {9, 1, 2, 4, 8, 16, 32, 64, 128, 7};
    shape.encode(values, 1);
    assertThat(values)
        .containsExactly(9, 1 - 4, 2 - 8, 4 - 64, 8 - 128, 16 - 64, 32 - 128, 64, 128, 7);
  }

  @Test
  void aHistoryThatWasRewrittenOtherwiseIsRefused() {
    Path file = folder.resolve("older.safetensors");
    Checkpoint.of(ClonedPolicy.KIND)
        .text("phase", TrainingFile.DONE)
        .text("encoding", "motions")
        .write(file);
    assertThatThrownBy(() -> ClonedPolicy.read(file, Kernels.best()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("train it again");
  }

  @Test
  void theBasePolicyOfTheExamplesIsReadable() {
    Path base = Path.of("../../examples/dexndm/base", ClonedPolicy.NAME);
    try (Policy policy = ClonedPolicy.read(base, Kernels.best())) {
      // ten readings of 16 joints and targets, the wrist's orientation, an axis
      assertThat(policy.spec()).isEqualTo(new PolicySpec(10 * 2 * 16 + 4 + 3, 16, 1));
      assertThat(base.toFile().length()).isLessThanOrEqualTo(2_000_000);
    }
  }
}
