package org.dextwin.policy.cloning;

import java.nio.file.Path;
import java.util.Map;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.testkit.learning.FakeTask;
import org.dextwin.testkit.learning.PolicyContract;
import org.dextwin.testkit.learning.TestTrainingRun;
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
}
