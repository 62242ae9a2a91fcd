package org.dextwin.task.rotation;

import java.util.List;
import java.util.Map;
import org.dextwin.api.learning.Task;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.learning.TaskContract;
import org.dextwin.testkit.robot.OneJointHand;
import org.dextwin.testkit.sim.FakeSimulator;

/**
 * The task keeps its contract; in the fake engine no hand holds anything, so the ball is dropped.
 */
class RotationTaskContractTest extends TaskContract<RotationConfig> {

  @Override
  protected ComponentProvider<Task, RotationConfig> provider() {
    return new RotationTaskProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of(
        "world",
        Map.of(
            "hand", Map.of("type", "fake"),
            "simulator", Map.of("type", "fake"),
            "joint-noise-rad", 0.005),
        "objects",
        List.of(Map.of("name", "ball", "kind", "sphere", "radius-m", 0.03, "mass-kg", 0.04)),
        "axis-set",
        "general",
        "support-s",
        0.2,
        "randomisation",
        Map.of("mass-kg", List.of(0.01, 0.05), "force-per-mass", 2.0));
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with(Hand.class, new OneJointHand());
    context.with(Simulator.class, new FakeSimulator(0.005));
  }
}
