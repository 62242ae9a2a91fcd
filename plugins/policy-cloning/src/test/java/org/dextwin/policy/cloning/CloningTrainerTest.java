package org.dextwin.policy.cloning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.testkit.learning.FakeTask;
import org.dextwin.testkit.learning.PolicyTrainerContract;
import org.dextwin.testkit.learning.TestTrainingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trainer keeps the contract, and its policy does what it was shown. */
final class CloningTrainerTest extends PolicyTrainerContract<CloningConfig> {

  @Override
  protected ComponentProvider<PolicyTrainer, CloningConfig> provider() {
    return new CloningTrainerProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("width", 16, "blocks", 2, "epochs", 12, "batch-size", 8, "validation-part", 0.2);
  }

  @Override
  protected Task task() {
    return new FakeTask();
  }

  @Test
  void thePolicyDoesWhatItWasShown(@TempDir Path folder) {
    CloningConfig config = new CloningConfig(32, 2, 200, 8, 3e-3, 0.02, 0, 0);
    try (Policy policy =
        new CloningTrainer(config, Kernels.best())
            .train(new FakeTask(), new TestTrainingRun(SEED, folder))) {
      double squares = 0;
      int count = 0;
      for (Demonstration shown : new FakeTask().demonstrations()) {
        double error = policy.act(shown.observation())[0] - shown.action()[0];
        squares += error * error;
        count++;
      }
      assertThat(Math.sqrt(squares / count)).as("error of the actions").isLessThan(0.05);
    }
  }
}
