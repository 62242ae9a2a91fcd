package org.dextwin.task.rotation;

import java.util.List;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.sim.Simulator;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.task.rotation.internal.world.Control;
import org.dextwin.task.rotation.internal.world.HandWorld;

/**
 * Turning an object within a hand about an axis, for as long as it goes.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
final class RotationTask implements ProprioceptiveTask {

  private final RotationConfig config;
  private final HandModel hand;
  private final HandWorld.Setting setting;

  RotationTask(RotationConfig config, HandModel hand, Simulator simulator) {
    this.config = config;
    this.hand = config.world().specimen(hand);
    this.setting = config.world().setting(this.hand, simulator);
  }

  @Override
  public Proprioception proprioception() {
    return config.observation() == RotationConfig.View.STUDENT
        ? Control.of(hand, config.world().history())
        : OracleView.of(hand).proprioception(hand);
  }

  @Override
  public PolicySpec spec() {
    return proprioception().spec();
  }

  @Override
  public Environment open() {
    setting.substeps(); // refuses time steps that do not fit before anything is opened
    return new RotationEnvironment(config, hand, setting);
  }

  /** Who turns objects well is found by search. */
  @Override
  public List<Demonstration> demonstrations() {
    return List.of();
  }

  @Override
  public void close() {
    // Hand and engine belong to the assembly.
  }
}
