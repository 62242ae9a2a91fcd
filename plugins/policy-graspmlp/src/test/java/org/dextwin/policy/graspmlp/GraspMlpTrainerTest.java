package org.dextwin.policy.graspmlp;

import java.util.List;
import java.util.Map;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.learning.PolicyTrainerContract;

/** The trainer keeps the contract in both phases; that includes bit-identical resuming. */
final class GraspMlpTrainerTest extends PolicyTrainerContract<GraspMlpConfig> {

  @Override
  protected ComponentProvider<PolicyTrainer, GraspMlpConfig> provider() {
    return new GraspMlpTrainerProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of(
        "layer-widths", List.of(32, 24),
        "frequencies", 3,
        "epochs", 6,
        "batch-size", 5,
        "learning-rate", 0.003,
        "validation-part", 0.2,
        "refinement-epochs", 4,
        "rollouts", 12);
  }

  @Override
  protected Task task() {
    return new PinchTask(4, 20);
  }
}
