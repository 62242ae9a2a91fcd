package org.dextwin.task.rotation;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.sim.Simulator;
import org.dextwin.learning.proprioception.HeldHand;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.task.rotation.internal.world.BoundBall;
import org.dextwin.task.rotation.internal.world.ChaosBox;
import org.dextwin.task.rotation.internal.world.Control;
import org.dextwin.task.rotation.internal.world.FreeHand;
import org.dextwin.task.rotation.internal.world.HandFrame;
import org.dextwin.task.rotation.internal.world.HandWorld;
import org.dextwin.task.rotation.internal.world.Load;

/**
 * Moving a hand against a load, to see what its joints do. Nothing is to be achieved.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
final class LoadedHandTask implements ProprioceptiveTask {

  /** How far the middle of the fingers is from the palm, forwards and outwards [m]. */
  private static final double REACH = 0.06;

  private final LoadedHandConfig config;
  private final HandModel hand;
  private final HandWorld.Setting setting;

  LoadedHandTask(LoadedHandConfig config, HandModel hand, Simulator simulator) {
    this.config = config;
    this.hand = config.world().specimen(hand);
    this.setting = config.world().setting(this.hand, simulator);
  }

  @Override
  public Proprioception proprioception() {
    return Control.of(hand, config.world().history());
  }

  @Override
  public Optional<HeldHand> held() {
    return Optional.of(setting.held());
  }

  @Override
  public PolicySpec spec() {
    return proprioception().spec();
  }

  @Override
  public Environment open() {
    setting.substeps(); // refuses time steps that do not fit before anything is opened
    return new LoadedHandEnvironment(config, hand, setting, load());
  }

  private Load load() {
    return switch (config.load()) {
      case NONE -> new FreeHand();
      case CHAOS_BOX ->
          new ChaosBox(
              new ChaosBox.Sizes(config.balls(), config.radiusM(), config.massKg(), config.boxM()),
              config.world().contact().material(),
              middle());
      case BOUND_BALL ->
          new BoundBall(
              hand,
              config.radiusM(),
              config.massKg(),
              config.bandNPerM(),
              config.world().contact().material(),
              middle());
    };
  }

  /** The middle of the bent fingers, in the world. */
  private Vec3 middle() {
    HandFrame frame = HandFrame.of(hand);
    return setting
        .rotation()
        .rotate(
            frame.surface().plus(frame.forward().times(REACH)).plus(frame.normal().times(REACH)));
  }

  @Override
  public List<Demonstration> demonstrations() {
    return List.of();
  }

  @Override
  public void close() {
    // Hand and engine belong to the assembly.
  }
}
