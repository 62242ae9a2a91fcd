package org.dextwin.task.rotation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.rotation.RotationMeasures;
import org.dextwin.task.rotation.internal.measure.OrientationGoal;
import org.dextwin.task.rotation.internal.measure.RotationTrace;
import org.dextwin.task.rotation.internal.reality.Draw;
import org.dextwin.task.rotation.internal.reward.IntermediateGoal;
import org.dextwin.task.rotation.internal.reward.RotationReward;
import org.dextwin.task.rotation.internal.world.Control;
import org.dextwin.task.rotation.internal.world.HandWorld;
import org.dextwin.task.rotation.internal.world.HeldWorld;
import org.dextwin.task.rotation.internal.world.ShapeConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays episodes of the task. An object of each size has a world of its own, opened when drawn. */
final class RotationEnvironment implements Environment {

  private static final Logger LOG = LoggerFactory.getLogger(RotationEnvironment.class);

  /** Sizes that are drawn of an object. */
  private static final int SIZES = 5;

  private final RotationConfig config;
  private final HandModel model;
  private final HandWorld.Setting setting;
  private final double[] rest;
  private final Proprioception view;
  private final float[] targets;
  private final History history;
  private final Map<Variant, HeldWorld> worlds = new HashMap<>();
  private @Nullable Episode episode;
  private boolean closed;

  /**
   * An object at a size in a world.
   *
   * @param object index of the object
   * @param size index of the size
   * @param world number of the world that is drawn
   */
  private record Variant(int object, int size, int world) {}

  RotationEnvironment(RotationConfig config, HandModel model, HandWorld.Setting setting) {
    this.config = config;
    this.model = model;
    this.setting = setting;
    this.rest = config.world().restOf(model);
    this.targets = new float[rest.length];
    this.view =
        config.observation() == RotationConfig.View.ORACLE
            ? OracleView.of(model).history()
            : Control.of(model, config.world().history());
    this.history = new History(view, config.world().jointNoiseRad());
  }

  /** What is under way. */
  private final class Episode {

    private final HeldWorld world;
    private final SplittableRandom random;
    private final double mass;
    private final double[] first;
    private Vec3 axis;
    private Optional<OrientationGoal> goal = Optional.empty();
    private final RotationReward reward;
    private IntermediateGoal waypoint;
    private RotationTrace trace;
    private int support = config.supportSteps();
    private Vec3 force = Vec3.ZERO;

    Episode(long seed) {
      random = new SplittableRandom(seed);
      var drawn = config.randomisation();
      int object = random.nextInt(config.objects().size());
      ShapeConfig shape = config.objects().get(object);
      int size = drawn.scale().isPresent() ? random.nextInt(SIZES) : 0;
      int worlds = config.world().worlds();
      world = world(new Variant(object, size, worlds > 1 ? random.nextInt(worlds) : 0));
      mass = drawn.massKg().map(range -> Draw.from(range, random)).orElse(shape.massKg());
      world
          .hand()
          .setFriction(
              HeldWorld.OBJECT,
              drawn
                  .friction()
                  .map(range -> Draw.from(range, random))
                  .orElse(config.world().contact().friction()));
      world
          .hand()
          .setGains(
              drawn.positionGain().map(range -> Draw.from(range, random)).orElse(1.0),
              drawn.velocityGain().map(range -> Draw.from(range, random)).orElse(1.0));
      List<Vec3> axes = config.allAxes();
      axis = axes.get(random.nextInt(axes.size()));
      first = start();
      double spread = config.jitter().placeM();
      List<Double> put = shape.placeM().isEmpty() ? config.placeM() : shape.placeM();
      double[] place = {put.get(0) + even(spread), put.get(1) + even(spread)};
      world.reset(first, place, even(Math.toRadians(config.jitter().yawDeg())), mass);
      for (int i = 0; i < first.length; i++) {
        targets[i] = (float) first[i];
      }
      if (config.goalOriented()) {
        OrientationGoal it = OrientationGoal.draw(world.object().rotation(), random);
        goal = Optional.of(it);
        axis = it.axis();
      }
      reward = new RotationReward(config.reward(), axis);
      history.reset(first, targets, setting.rotation(), axis, random);
      if (support == 0) {
        world.release();
      }
      waypoint = new IntermediateGoal(axis, world.object().rotation(), config.reward());
      trace = newTrace();
    }

    private double even(double largest) {
      return largest * (2 * random.nextDouble() - 1);
    }

    private double[] start() {
      double[] joints = rest.clone();
      List<Joint> limits = model.robot().movingJoints();
      for (int i = 0; i < joints.length; i++) {
        double moved = joints[i] + even(config.jitter().jointsRad());
        joints[i] = Math.max(limits.get(i).lower(), Math.min(moved, limits.get(i).upper()));
      }
      return joints;
    }

    private RotationTrace newTrace() {
      return new RotationTrace(axis, Control.PERIOD, config.steps(), world.object());
    }

    /** Measures from here on. */
    private void begin() {
      waypoint = new IntermediateGoal(axis, world.object().rotation(), config.reward());
      trace = newTrace();
    }

    StepOutcome step(float[] action) {
      view.advance(targets, action);
      Map<String, Double> measures = new HashMap<>();
      try {
        world.advance(targets, support > 0 ? Vec3.ZERO : disturbance());
      } catch (SimulationException e) {
        LOG.info("an episode ended: {}", e.getMessage());
        trace.report(measures);
        return end(observation(), 0, measures, "diverged");
      }
      history.add(world.hand().positions(), targets, random);
      if (support > 0) {
        support--;
        if (support == 0) {
          world.release();
          begin();
        }
        return new StepOutcome(observation(), 0, Optional.empty(), measures);
      }
      trace.add(world.object());
      trace.report(measures);
      measures.put(RotationMeasures.PENETRATION, world.penetration());
      measures.put(RotationMeasures.SELF_CLEARANCE, world.hand().selfClearance());
      goal.ifPresent(it -> it.report(world.object().rotation(), measures));
      double gained = reward.of(rewarded());
      if (trace.drift() > config.lostM()) {
        return end(observation(), gained, measures, "dropped");
      } else if (trace.steps() >= config.steps()) {
        return end(observation(), gained, measures, "time");
      }
      return new StepOutcome(observation(), gained, Optional.empty(), measures);
    }

    private Vec3 disturbance() {
      double size = config.randomisation().forcePerMass() * mass;
      if (size > 0 && random.nextDouble() < config.randomisation().forceProbability()) {
        force =
            new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
                .times(size);
      }
      return force;
    }

    private RotationReward.Step rewarded() {
      double[] deviation = world.hand().positions().clone();
      for (int i = 0; i < deviation.length; i++) {
        deviation[i] -= first[i];
      }
      return new RotationReward.Step(
          trace.angular(),
          trace.linear(),
          deviation,
          world.hand().torques(targets),
          world.hand().velocities(),
          waypoint.reward(world.object().rotation()));
    }

    private float[] observation() {
      float[] seen = history.observation();
      if (config.observation() == RotationConfig.View.STUDENT) {
        return seen;
      }
      Quat next = goal.map(OrientationGoal::rotation).orElseGet(() -> waypoint.waypoint());
      return OracleView.of(model).observation(seen, world, next, targets);
    }

    private StepOutcome end(
        float[] seen, double gained, Map<String, Double> measures, String cause) {
      episode = null;
      boolean success =
          config.goalOriented()
              ? measures.getOrDefault(RotationMeasures.GOAL_SUCCESS, 0.0) > 0
              : cause.equals("time");
      return new StepOutcome(
          seen, gained, Optional.of(new StepOutcome.Ending(success, cause)), measures);
    }
  }

  private HeldWorld world(Variant variant) {
    return worlds.computeIfAbsent(
        variant,
        it -> {
          double scale =
              config
                  .randomisation()
                  .scale()
                  .map(range -> between(range, it.size() / (SIZES - 1.0)))
                  .orElse(1.0);
          return new HeldWorld(
              config.world().setting(model, setting.simulator(), it.world()),
              config.objects().get(it.object()).solid(scale),
              config.world().contact().material());
        });
  }

  private static double between(List<Double> range, double part) {
    return range.get(0) + part * (range.get(1) - range.get(0));
  }

  @Override
  public float[] reset(long seed) {
    if (closed) {
      throw new IllegalStateException("the environment is closed");
    }
    Episode begun = new Episode(seed);
    episode = begun;
    return begun.observation();
  }

  @Override
  public StepOutcome step(float[] action) {
    Episode running = episode;
    if (running == null) {
      throw new IllegalStateException("no episode is under way; reset the environment first");
    }
    Control.require(action, rest.length);
    return running.step(action);
  }

  @Override
  public void close() {
    closed = true;
    episode = null;
    worlds.values().forEach(HeldWorld::close);
    worlds.clear();
  }
}
