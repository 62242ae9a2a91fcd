package org.dextwin.dynamics.jointwise.internal.residual;

import java.util.Map;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.dynamics.jointwise.ResidualTrainerProvider;
import org.dextwin.dynamics.jointwise.SyntheticHand;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.learning.PolicyTrainerContract;

final class ResidualTrainerTest extends PolicyTrainerContract<ResidualConfig> {

  private static final SpringTask SOURCE = new SpringTask(new SyntheticHand(3, 1, 0), 30);

  @Override
  protected ComponentProvider<PolicyTrainer, ResidualConfig> provider() {
    return new ResidualTrainerProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of(
        "base", "policy",
        "dynamics", "dynamics",
        "bound-rad", 0.3,
        "width", 16,
        "blocks", 1,
        "episodes", 4,
        "epochs", 4,
        "batch-size", 3);
  }

  @Override
  protected void supply(TestComponentContext context) {
    context
        .with(Policy.class, new WavePolicy(SOURCE.proprioception()))
        .with(DynamicsModel.class, new SpringModel(new SyntheticHand(3, 0.7, 0), 3));
  }

  @Override
  protected Task task() {
    return SOURCE;
  }
}
