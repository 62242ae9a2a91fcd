package org.dextwin.dynamics.jointwise.internal.residual;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.dynamics.jointwise.ResidualPolicyProvider;
import org.dextwin.dynamics.jointwise.SyntheticHand;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.learning.PolicyContract;
import org.dextwin.testkit.learning.TestTrainingRun;
import org.junit.jupiter.api.io.TempDir;

final class ResidualPolicyTest extends PolicyContract<ResidualPolicyProvider.Config> {

  private static final SpringTask SOURCE = new SpringTask(new SyntheticHand(3, 1, 0), 30);

  @TempDir private static Path folder = Path.of("");

  @Override
  protected ComponentProvider<Policy, ResidualPolicyProvider.Config> provider() {
    return new ResidualPolicyProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    ResidualConfig config = ResidualLearningTest.config(3);
    new ResidualTrainer(config, Optional.empty(), Optional.empty(), Kernels.best())
        .train(
            SOURCE,
            new WavePolicy(SOURCE.proprioception()),
            new SpringModel(new SyntheticHand(3, 0.7, 0), 3),
            new TestTrainingRun(SEED, folder))
        .close();
    return Map.of("base", "policy", "checkpoint", folder.resolve(ResidualFile.NAME).toString());
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with(Policy.class, new WavePolicy(SOURCE.proprioception()));
  }
}
