package org.dextwin.task.rotation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.task.rotation.internal.world.Control;
import org.dextwin.task.rotation.internal.world.HandWorld;
import org.dextwin.task.rotation.internal.world.Load;
import org.dextwin.task.rotation.internal.world.TargetFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays episodes that end by the clock alone. */
final class LoadedHandEnvironment implements Environment {

  private static final Logger LOG = LoggerFactory.getLogger(LoadedHandEnvironment.class);

  private final LoadedHandConfig config;
  private final HandModel hand;
  private final HandWorld.Setting setting;
  private final Load load;
  private final HandWorld world;
  private final TargetFilter filter;
  private final Proprioception view;
  private final History history;
  private final double[] rest;
  private float[] targets;
  private SplittableRandom random = new SplittableRandom(0);
  private int left;
  private boolean closed;

  LoadedHandEnvironment(
      LoadedHandConfig config, HandModel hand, HandWorld.Setting setting, Load load) {
    this.config = config;
    this.hand = hand;
    this.setting = setting;
    this.load = load;
    this.world = new HandWorld(setting, load.bodies());
    this.filter = new TargetFilter(hand.robot(), config.marginM());
    this.view = Control.of(hand, config.world().history());
    this.history = new History(view, config.world().jointNoiseRad());
    this.rest = config.world().restOf(hand);
    this.targets = new float[rest.length];
  }

  @Override
  public float[] reset(long seed) {
    if (closed) {
      throw new IllegalStateException("the environment is closed");
    }
    random = new SplittableRandom(seed);
    double[] joints = rest.clone();
    List<Joint> limits = hand.robot().movingJoints();
    for (int i = 0; i < joints.length; i++) {
      double moved = joints[i] + config.jitterRad() * (2 * random.nextDouble() - 1);
      joints[i] = Math.max(limits.get(i).lower(), Math.min(moved, limits.get(i).upper()));
      targets[i] = (float) joints[i];
    }
    world.reset(joints, load.start(random));
    for (int i = 0; i < load.settling(); i++) {
      load.advance(world, targets);
    }
    history.reset(world.positions(), targets, setting.rotation(), Vec3.Z, random);
    left = Math.max(1, (int) Math.round(config.episodeS() / Control.PERIOD));
    return history.observation();
  }

  @Override
  public StepOutcome step(float[] action) {
    if (left == 0) {
      throw new IllegalStateException("no episode is under way; reset the environment first");
    }
    Control.require(action, rest.length);
    float[] wanted = targets.clone();
    view.advance(wanted, action);
    filter.admit(targets, wanted);
    targets = wanted;
    left--;
    try {
      load.advance(world, targets);
    } catch (SimulationException e) {
      LOG.info("an episode ended: {}", e.getMessage());
      left = 0;
      return new StepOutcome(
          history.observation(),
          0,
          Optional.of(new StepOutcome.Ending(false, "diverged")),
          Map.of());
    }
    history.add(world.positions(), targets, random);
    Optional<StepOutcome.Ending> ending =
        left == 0 ? Optional.of(new StepOutcome.Ending(true, "time")) : Optional.empty();
    return new StepOutcome(history.observation(), 0, ending, Map.of());
  }

  @Override
  public void close() {
    closed = true;
    left = 0;
    world.close();
  }
}
