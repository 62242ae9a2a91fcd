package org.dextwin.task.grasp.internal.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.learning.compute.Workers;
import org.dextwin.mechanics.mesh.SolidMass;
import org.dextwin.task.grasp.internal.control.GripStatics;
import org.dextwin.task.grasp.internal.object.GraspObject;
import org.dextwin.task.grasp.internal.object.Surface;
import org.dextwin.task.grasp.internal.plan.GraspGeometry.Fit;
import org.dextwin.task.grasp.internal.plan.GraspGeometry.Hold;
import org.dextwin.task.grasp.internal.plan.GraspGeometry.Target;
import org.dextwin.task.grasp.internal.world.GraspPlan;
import org.dextwin.task.grasp.internal.world.GraspWorld;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a hand is good at: its holds, in the order of how well they work on a few plain solids in
 * simulation. An object is then grasped by the best hold that works on it, so that like objects are
 * grasped alike, which is what a policy can learn from.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class HandSkill {

  private static final Logger LOG = LoggerFactory.getLogger(HandSkill.class);

  private static final int ELEVATIONS = 7;
  private static final int PLACES = 2;

  /** Places at which the open hand is in the way of something count, too, up to so many. */
  private static final int LOOKS = 8;

  private static final int HOLDS = 4;
  private static final int AT_A_TIME = 8;
  private static final int TRIALS = 8;

  /** Share of trials that must succeed for the search to end. */
  private static final double GOOD = 0.99;

  private final GraspWorld.Setting setting;
  private final GripStatics.Source statics;
  private final List<RankedHold> holds;
  private final double payload;

  /**
   * How an object is grasped.
   *
   * @param fit where the palm is
   * @param plan the grasp
   * @param successes share of the trials that succeeded
   */
  public record Grasp(Fit fit, GraspPlan plan, double successes) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "fingers %s against %d, palm %.0f degrees above the horizon, aperture %.0f mm",
          fit.hold().grip().others(),
          fit.hold().grip().opposer(),
          Math.toDegrees(fit.hold().elevation()),
          1000 * fit.width());
    }
  }

  /**
   * Finds out: by simulation, which takes half a minute, or from what was kept of that.
   *
   * @param setting the hand and its world
   * @param statics the hand's slip inequality
   * @param findings folder of what was found with the same hand in the same engine, if any is kept
   */
  public HandSkill(
      GraspWorld.Setting setting, GripStatics.Source statics, Optional<Path> findings) {
    this.setting = setting;
    this.statics = statics;
    this.holds = findings.map(this::kept).orElseGet(this::search);
    this.payload =
        holds.isEmpty() ? 0 : statics.get().heldMass(holds.get(0).hold().grip().leastGrip());
  }

  private List<RankedHold> kept(Path findings) {
    String name = setting.hand().robot().name();
    HoldsFile file =
        new HoldsFile(findings.resolve("holds-" + identity() + ".txt"), setting.hand());
    Optional<List<RankedHold>> before = file.read();
    if (before.isPresent()) {
      LOG.info("holds of hand '{}' were found before, in {}", name, file.path());
      return before.get();
    }
    List<RankedHold> found = search();
    LOG.info("holds of hand '{}' were searched for", name);
    file.write(found);
    return found;
  }

  /**
   * Tells apart what the holds depend on, beside the code and the options of the engine. What does
   * not show there, such as the version of a native library, shows in how the engine moves things.
   */
  private Fingerprint identity() {
    RobotModel robot = setting.hand().robot();
    double[] open = new double[robot.actuators().size()];
    double[] bent = new double[open.length];
    for (int i = 0; i < open.length; i++) {
      String name = robot.actuators().get(i).joint();
      Joint joint =
          robot.movingJoints().stream()
              .filter(it -> it.name().equals(name))
              .findFirst()
              .orElseThrow();
      open[i] = Math.max(joint.lower(), Math.min(0, joint.upper()));
      bent[i] = (joint.lower() + joint.upper()) / 2;
    }
    Pose above = Pose.inWorld(robot.root(), new Vec3(0, 0, ABOVE), Quat.IDENTITY);
    GraspPlan plan =
        new GraspPlan(above, Vec3.Z, open, open, bent, setting.hand().fingers().size());
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(setting.hand()).add(setting.motors()).add(setting.material());
    fingerprint.add(setting.motion()).add(setting.disturbance());
    fingerprint.add(statics.get().neededGrip(1));
    try (GraspWorld world = new GraspWorld(setting, solids().get(0), plan)) {
      return fingerprint.add(world.sample(PROBE));
    }
  }

  /** Where a hand is out of the way of small objects on the table [m]. */
  private static final double ABOVE = 0.4;

  private List<RankedHold> search() {
    List<PrecisionGrip> grips = new PrecisionGrips(setting.hand(), statics.get()).find();
    List<Hold> all = new ArrayList<>();
    for (PrecisionGrip grip : grips) {
      for (int i = 0; i < ELEVATIONS; i++) {
        all.add(new Hold(grip, Math.PI * i / (ELEVATIONS - 1)));
      }
    }
    return ranked(all);
  }

  /**
   * Tries holds in their order, some at a time, until enough of them never fail; what comes after
   * could not rank before them.
   */
  private List<RankedHold> ranked(List<Hold> all) {
    List<Target> solids = solids().stream().map(Target::of).toList();
    List<RankedHold> ranked = new ArrayList<>();
    long good = 0;
    try (Workers workers = Workers.ofThisMachine()) {
      for (int from = 0; from < all.size() && good < HOLDS; from += AT_A_TIME) {
        List<Hold> some = all.subList(from, Math.min(from + AT_A_TIME, all.size()));
        double[] scores = new double[some.size()];
        workers.each(some.size(), i -> scores[i] = score(some.get(i), solids));
        for (int i = 0; i < scores.length; i++) {
          if (scores[i] > 0) {
            ranked.add(new RankedHold(some.get(i), scores[i]));
          }
          good += scores[i] >= GOOD ? 1 : 0;
        }
      }
    }
    // the sort is stable, and stronger grips came first
    ranked.sort(Comparator.comparingDouble(RankedHold::score).reversed());
    return List.copyOf(ranked.subList(0, Math.min(HOLDS, ranked.size())));
  }

  /** Three solids between which most things that fit between fingertips lie. */
  private static List<GraspObject> solids() {
    return List.of(
        solid("narrow", new Shape.Box(0.02, 0.03, 0.05)),
        solid("round", new Shape.Cylinder(0.025, 0.05)),
        solid("wide", new Shape.Box(0.029, 0.035, 0.045)));
  }

  private static GraspObject solid(String name, Shape shape) {
    List<Collider> colliders = List.of(Collider.centred(name, shape));
    return new GraspObject(
        name,
        colliders,
        new Surface(colliders),
        SolidMass.of(shape, 1),
        new GraspObject.Masses(PROBE, PROBE, 1));
  }

  /** Mass of the solids [kg]. */
  private static final double PROBE = 0.15;

  private double score(Hold hold, List<Target> solids) {
    GraspGeometry geometry = new GraspGeometry(setting.hand());
    double sum = 0;
    for (Target solid : solids) {
      sum += grasp(geometry, solid, hold, 2, PROBE).map(Grasp::successes).orElse(0.0);
    }
    return sum / solids.size();
  }

  /**
   * Returns the mass that the hand holds by its best hold, over the whole range of its apertures.
   *
   * @return payload [kg]; 0 if it holds none of the plain solids by its fingertips
   */
  public double payload() {
    return payload;
  }

  /**
   * Finds a grasp. It is for any mass up to the payload, whatever the object's own, which those who
   * grasp need not know.
   *
   * @param object the object
   * @return the grasp by the best hold that works, or that works most often; empty if none does
   */
  public Optional<Grasp> grasp(GraspObject object) {
    GraspGeometry geometry = new GraspGeometry(setting.hand());
    Target target = Target.of(object);
    Optional<Grasp> best = Optional.empty();
    for (RankedHold ranked : holds) {
      Optional<Grasp> found = grasp(geometry, target, ranked.hold(), TRIALS, payload);
      if (found.isPresent()
          && (best.isEmpty() || found.get().successes() > best.get().successes())) {
        best = found;
      }
      if (best.isPresent() && best.get().successes() >= GOOD) {
        break;
      }
    }
    return best;
  }

  /** Tries the best places of a hold, half of the trials with a light object. */
  private Optional<Grasp> grasp(
      GraspGeometry geometry, Target target, Hold hold, int trials, double mostMass) {
    Optional<Grasp> best = Optional.empty();
    int places = 0;
    int looks = 0;
    for (Fit fit : geometry.fits(target, hold)) {
      if (places == PLACES
          || looks == LOOKS
          || (best.isPresent() && best.get().successes() >= GOOD)) {
        break;
      }
      Optional<GraspPlan> plan = geometry.plan(target.object(), fit, 0, new SplittableRandom(0));
      if (plan.isEmpty()) {
        continue;
      }
      looks++;
      try (GraspWorld world = new GraspWorld(setting, target.object(), plan.get())) {
        if (!world.isClear()) {
          continue;
        }
        places++;
        double successes = successes(world, plan.get(), trials, mostMass);
        if (successes > 0 && (best.isEmpty() || successes > best.get().successes())) {
          best = Optional.of(new Grasp(fit, plan.get(), successes));
        }
      }
    }
    return best;
  }

  private double successes(GraspWorld world, GraspPlan plan, int trials, double mostMass) {
    GripStatics slip = statics.get();
    int held = 0;
    for (int i = 0; i < trials; i++) {
      double mass = i % 2 == 0 ? mostMass : LIGHT * mostMass;
      boolean success =
          world.play(world.attempt(plan.squeeze(), slip, mass, mass, TRIAL_SEED + i)).held();
      held += success ? 1 : 0;
      if (!success && i < 2) {
        return (double) held / trials; // not worth more trials
      }
    }
    return (double) held / trials;
  }

  private static final long TRIAL_SEED = 1000;

  /** A light object's mass by that of a heavy one. */
  private static final double LIGHT = 0.2;

  /**
   * Varies a grasp: the palm stays, fingertips go elsewhere.
   *
   * @param object the object
   * @param grasp the grasp
   * @param spread standard deviation of where each tip goes [m]
   * @param seed seed of the variation
   * @return joint targets in motor order [rad]; empty if this variation is out of reach
   */
  public Optional<double[]> varied(GraspObject object, Grasp grasp, double spread, long seed) {
    return new GraspGeometry(setting.hand())
        .plan(object, grasp.fit(), spread, new SplittableRandom(seed))
        .map(GraspPlan::squeeze);
  }
}
