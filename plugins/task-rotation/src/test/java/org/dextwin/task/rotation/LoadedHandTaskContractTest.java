package org.dextwin.task.rotation;

import java.util.Map;
import org.dextwin.api.learning.Task;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.learning.TaskContract;
import org.dextwin.testkit.robot.OneJointHand;
import org.dextwin.testkit.sim.FakeSimulator;

/** The task keeps its contract. */
class LoadedHandTaskContractTest extends TaskContract<LoadedHandConfig> {

  @Override
  protected ComponentProvider<Task, LoadedHandConfig> provider() {
    return new LoadedHandTaskProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of(
        "world",
        Map.of("hand", Map.of("type", "fake"), "simulator", Map.of("type", "fake")),
        "load",
        "none",
        "episode-s",
        5);
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with(Hand.class, new OneJointHand());
    context.with(Simulator.class, new FakeSimulator(0.005));
  }
}
