package org.dextwin.task.grasp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dextwin.api.learning.Task;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.ProviderContract;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.robot.FakeHand;
import org.dextwin.testkit.sim.FakeSimulator;
import org.junit.jupiter.api.Test;

/** The provider keeps the contract with a hand and an engine that are not DexTwin's. */
class GraspTaskProviderTest extends ProviderContract<Task, GraspConfig> {

  private static final int VERTICES = 32;
  private static final FakeHand HAND = new FakeHand(HandModel.Side.RIGHT);

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
  void policiesSeeVerticesAndMassAndMoveAllJoints() {
    assertThat(create().spec().observationSize()).isEqualTo(3 * VERTICES + 1);
    assertThat(create().spec().actionSize())
        .as("joint targets, contact, feasibility and force")
        .isEqualTo(HAND.model().robot().kinematicOrder().size() + 3);
  }
}
