package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.dextwin.experiments.drex.internal.pushlog.motion.Movement.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One placement followed through to the effect of the push. Friction holds the edge while an object
 * tips slowly; a placement with the wrong height makes it slide, so that the slip tells placements
 * apart that the heights do not.
 */
final class Analysis {

  private static final Logger LOG = LoggerFactory.getLogger(Analysis.class);

  /** Placements that are worse by more than this before the slip is seen are not followed. */
  private static final double FOLLOWED = 8;

  /** Slip of an edge that holds: error of the tracked place of the edge [m]. */
  private static final double HOLDING_SLIP = 0.005;

  /**
   * Slip above which an edge does not hold [m]: twice that error. A mesh that is too high or low by
   * a length makes the edge slip by about a third of it, the sine of the usual tilt of 20 degrees.
   */
  private static final double LARGEST_SLIP = 2 * HOLDING_SLIP;

  /** Heights that are off by more are not explained [m]: several times the tracker's error. */
  private static final double LARGEST_PATH_RESIDUAL = 0.010;

  /** Barriers to tipping that differ by less are the same within the tracker's errors. */
  private static final double SAME_BARRIER = 0.2;

  private final PlacementFit fit;
  private final StandingSolid solid;
  private final Movement movement;
  private final EffectOfPush effect;

  private Analysis(PushTrack track, PlacementFit fit) {
    this.fit = fit;
    this.solid = fit.candidate().shape().solid(fit.extension());
    BodyPath path = new BodyPath(track, fit, solid);
    this.movement = MovementFinder.find(path);
    this.effect = new EffectOfPush(path, movement);
  }

  /** Follows the likely placements and returns them, the best first. */
  static List<Analysis> ranked(PushTrack track, List<PlacementFit> fits) {
    double limit = fits.get(0).cost() + FOLLOWED;
    List<Analysis> analyses =
        fits.stream()
            .filter(fit -> fit.cost() <= limit)
            .map(fit -> new Analysis(track, fit))
            .sorted(Comparator.comparingDouble(Analysis::cost))
            .toList();
    analyses.forEach(analysis -> LOG.debug("{}: {}", track.object(), analysis));
    return analyses;
  }

  PlacementFit fit() {
    return fit;
  }

  StandingSolid solid() {
    return solid;
  }

  Movement movement() {
    return movement;
  }

  EffectOfPush effect() {
    return effect;
  }

  /** Returns the negative logarithm of the likelihood of poses and slip, and of the prior. */
  double cost() {
    double slip = SoftL1.residual(effect.edgeSlip() / HOLDING_SLIP);
    return fit.cost() + 0.5 * slip * slip;
  }

  /** Says whether another placement leads to another energy. */
  boolean isAnotherThan(Analysis other) {
    return movement.kind() == Kind.TIP
        && other.movement.kind() == Kind.TIP
        && Math.abs(Math.log(barrier() / other.barrier())) > Math.log1p(SAME_BARRIER);
  }

  /** Returns the height that the centre of mass must rise to pass the edge [m]. */
  private double barrier() {
    return Math.hypot(solid.centerOfMassHeight(), effect.effect().halfBase())
        - solid.centerOfMassHeight();
  }

  /** Returns why this placement does not explain the motion; empty if it does. */
  List<String> misfits() {
    List<String> misfits = new ArrayList<>();
    if (fit.pathResidual() > LARGEST_PATH_RESIDUAL) {
      misfits.add(
          String.format(
              Locale.ROOT,
              "the object's height is off by %.0f mm from that of the mesh on a table; up to %.0f"
                  + " mm are plausible",
              1e3 * fit.pathResidual(),
              1e3 * LARGEST_PATH_RESIDUAL));
    }
    if (effect.edgeSlip() > LARGEST_SLIP) {
      misfits.add(
          String.format(
              Locale.ROOT,
              "the edge of the mesh's base would slide by %.0f mm while the object tips; friction"
                  + " holds an edge, and up to %.0f mm are plausible: is the mesh that of the"
                  + " object?",
              1e3 * effect.edgeSlip(),
              1e3 * LARGEST_SLIP));
    }
    return misfits;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "cost %.2f with slip %.1f mm, half base %.1f mm, height %.1f mm, energy %.4f J/kg; %s",
        cost(),
        1e3 * effect.edgeSlip(),
        1e3 * effect.effect().halfBase(),
        1e3 * solid.centerOfMassHeight(),
        effect.effect().energy(),
        fit);
  }
}
