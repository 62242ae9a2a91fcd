package org.dextwin.task.grasp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.learning.Task;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.learning.TaskContract;
import org.dextwin.testkit.robot.OneJointHand;
import org.dextwin.testkit.sim.FakeSimulator;
import org.junit.jupiter.api.Test;

/**
 * The task keeps the contract with a hand and an engine that are not DexTwin's. One finger holds
 * nothing, so every object is beyond the hand; the integration tests grasp.
 */
class GraspTaskProviderTest extends TaskContract<GraspConfig> {

  private static final int VERTICES = 32;
  private static final Hand HAND = new OneJointHand();

  @Override
  protected ComponentProvider<Task, GraspConfig> provider() {
    return new GraspTaskProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    Map<String, Object> box = Map.of("kind", "box", "size-m", List.of(0.05, 0.05, 0.1));
    return Map.of(
        "hand", Map.of("type", "fake"),
        "simulator", Map.of("type", "fake"),
        "objects", List.of(Map.of("name", "box", "shapes", List.of(box), "mass-kg", 0.1)),
        "contact", Map.of("friction", 0.8),
        "controller", Map.of("current-cap-ma", 300.0, "torque-constant-nm-per-a", 1.0),
        "vertices", VERTICES);
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with(Hand.class, HAND);
    context.with(Simulator.class, new FakeSimulator(0.002));
  }

  @Test
  void whatIsBeyondTheHandIsSaidAndNotScored() {
    Task task = create();
    assertThat(task.demonstrations()).isEmpty();
    try (Environment environment = task.open()) {
      float[] observation = environment.reset(SEED);
      assertThat(observation[observation.length - 1]).as("mass").isEqualTo(0.1f);
      StepOutcome outcome = environment.step(new float[task.spec().actionSize()]);
      assertThat(outcome.ending()).contains(new StepOutcome.Ending(false, "beyond-the-hand"));
      assertThat(outcome.measures()).containsEntry("payload_kg", 0.0);
    }
  }

  @Test
  void policiesSeeVerticesAndMassAndMoveAllJoints() {
    assertThat(create().spec().observationSize()).isEqualTo(3 * VERTICES + 1);
    assertThat(create().spec().actionSize())
        .as("joint targets, contact, feasibility and force")
        .isEqualTo(HAND.model().robot().kinematicOrder().size() + 3);
  }
}
