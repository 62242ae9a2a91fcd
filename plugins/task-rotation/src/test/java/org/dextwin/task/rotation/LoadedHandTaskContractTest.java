package org.dextwin.task.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.learning.Task;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.learning.proprioception.HeldHand;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.learning.TaskContract;
import org.dextwin.testkit.robot.OneJointHand;
import org.dextwin.testkit.sim.FakeSimulator;
import org.junit.jupiter.api.Test;

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

  @Test
  void theHandIsHeldWithTheNumbersOfItsWorld() {
    Map<String, Object> world = new HashMap<>();
    world.put("hand", Map.of("type", "fake"));
    world.put("simulator", Map.of("type", "fake"));
    world.put(
        "calibration", Map.of("joints", Map.of(OneJointHand.JOINT, Map.of("position-gain", 2))));
    assertThat(positionGain(world)).isEqualTo(1);
    world.put("reality", Map.of("seed", 1, "position-gain", List.of(0.5, 0.5)));
    assertThat(positionGain(world)).isEqualTo(0.5);
  }

  /** That of a hand whose model has the gain 0.5. */
  private double positionGain(Map<String, Object> world) {
    Task task =
        create(
            MapSettings.ofProvider(
                "task", roleOptions(), "loaded-hand", Map.of("world", world, "load", "none")));
    HeldHand hand = ((ProprioceptiveTask) task).held().orElseThrow();
    return hand.robot().actuators().get(0).kp();
  }
}
