package org.dextwin.task.rotation;

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

/** The provider keeps the contract with a hand and an engine that are not DexTwin's. */
class RotationTaskProviderTest extends ProviderContract<Task, RotationConfig> {

  static final Map<String, Object> CUBE =
      Map.of("name", "cube", "kind", "box", "size-m", List.of(0.05, 0.05, 0.05), "mass-kg", 0.04);

  @Override
  protected ComponentProvider<Task, RotationConfig> provider() {
    return new RotationTaskProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of(
        "world",
        Map.of("hand", Map.of("type", "fake"), "simulator", Map.of("type", "fake")),
        "objects",
        List.of(CUBE));
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with(Hand.class, new FakeHand(HandModel.Side.RIGHT));
    context.with(Simulator.class, new FakeSimulator(0.005));
  }
}
