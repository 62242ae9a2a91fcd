package org.dextwin.task.grasp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.Task;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.task.grasp.internal.control.GripStatics;
import org.dextwin.task.grasp.internal.object.GraspObject;
import org.dextwin.task.grasp.internal.plan.HandSkill;
import org.dextwin.task.grasp.internal.world.GraspWorld;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Grasps of one or more objects with one hand. How each object is approached is found once, by
 * search in simulation, when it is first needed.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
final class GraspTask implements Task {

  private static final Logger LOG = LoggerFactory.getLogger(GraspTask.class);

  private final GraspConfig config;
  private final HandModel hand;
  private final List<GraspObject> objects;
  private final ActionLayout layout;
  private final GraspWorld.Setting setting;
  private final GripStatics.Source statics;
  private final long demonstrationSeed;
  private final Optional<Path> findings;

  /** Guards what was found; the threads that make demonstrations ask for it. */
  private final Object search = new Object();

  private @Nullable Prepared prepared;
  private @Nullable List<Demonstration> demonstrations;

  /**
   * What was found by search.
   *
   * @param skill what the hand is good at
   * @param grasps how each object is grasped; empty for what is beyond the hand
   */
  record Prepared(HandSkill skill, List<Optional<HandSkill.Grasp>> grasps) {}

  GraspTask(
      GraspConfig config,
      HandModel hand,
      Simulator simulator,
      List<GraspObject> objects,
      long demonstrationSeed,
      Optional<Path> findings) {
    this.config = config;
    this.hand = hand;
    this.objects = objects;
    this.demonstrationSeed = demonstrationSeed;
    this.findings = findings;
    this.layout = new ActionLayout(hand);
    this.setting =
        new GraspWorld.Setting(
            simulator,
            hand,
            config.controller().motors(),
            config.contact().material(),
            config.motion(),
            config.disturbance());
    this.statics =
        () ->
            new GripStatics(
                hand,
                config.controller().motors(),
                config.contact().friction(),
                config.controller().safetyFactor());
  }

  @Override
  public PolicySpec spec() {
    return layout.spec(config.vertices());
  }

  @Override
  public Environment open() {
    return new GraspEnvironment(this);
  }

  @Override
  public synchronized List<Demonstration> demonstrations() {
    if (demonstrations == null) {
      demonstrations = new DemonstrationGenerator(this, demonstrationSeed).all();
    }
    return demonstrations;
  }

  @Override
  public void close() {
    // Hand and engine belong to the assembly.
  }

  GraspConfig config() {
    return config;
  }

  List<GraspObject> objects() {
    return objects;
  }

  ActionLayout layout() {
    return layout;
  }

  GripStatics newStatics() {
    return statics.get();
  }

  GraspWorld world(int object) {
    return new GraspWorld(setting, objects.get(object), grasp(object).plan());
  }

  /** Tells whether the hand is too weak for the lightest an object can be. */
  boolean isBeyondHand(int object) {
    return prepared().grasps().get(object).isEmpty();
  }

  HandSkill.Grasp grasp(int object) {
    return prepared().grasps().get(object).orElseThrow();
  }

  /** Searches, once. */
  Prepared prepared() {
    synchronized (search) {
      if (prepared == null) {
        prepared = prepare();
      }
      return prepared;
    }
  }

  private Prepared prepare() {
    HandSkill skill =
        SkillCache.get(setting, config.controller().safetyFactor(), statics, findings);
    LOG.info(
        "payload of hand '{}' at {} mA and friction {}: {} kg",
        hand.robot().name(),
        config.controller().motors().usableMa(hand),
        config.contact().friction(),
        Math.round(1000 * skill.payload()) / 1000.0);
    List<Optional<HandSkill.Grasp>> grasps = new ArrayList<>();
    for (GraspObject object : objects) {
      grasps.add(
          object.masses().least() > skill.payload()
              ? Optional.empty()
              : Optional.of(grasp(skill, object)));
    }
    return new Prepared(skill, List.copyOf(grasps));
  }

  private HandSkill.Grasp grasp(HandSkill skill, GraspObject object) {
    HandSkill.Grasp grasp =
        skill
            .grasp(object)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "no fingertip grasp of object '"
                            + object.name()
                            + "' was found that hand '"
                            + hand.robot().name()
                            + "' holds: it may be too wide, too low or too slanted, or too slippery"
                            + " for the declared current; check its size in metres, and which way is"
                            + " up"));
    LOG.info("grasp of '{}': {}", object.name(), grasp);
    return grasp;
  }
}
