package org.dextwin.policy.graspmlp;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.testkit.learning.PolicyContract;
import org.dextwin.testkit.learning.TestTrainingRun;
import org.junit.jupiter.api.io.TempDir;

/** A policy read from a checkpoint keeps the contract. */
final class GraspMlpPolicyTest extends PolicyContract<GraspMlpPolicyProvider.Config> {

  @TempDir private static Path folder = Path.of("");

  @Override
  protected ComponentProvider<Policy, GraspMlpPolicyProvider.Config> provider() {
    return new GraspMlpPolicyProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    GraspMlpConfig config = Configs.small(2, 1, List.of(16.0));
    new GraspMlpTrainer(config, Kernels.best())
        .train(new PinchTask(4, 6), new TestTrainingRun(SEED, folder))
        .close();
    return Map.of("checkpoint", folder.resolve(GraspMlpFile.NAME).toString());
  }
}
