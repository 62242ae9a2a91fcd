package org.dextwin.experiments.drex.pushlog.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.perception.PoseTrack;

/**
 * What an object did during a push: how it stood, whether it tipped or slid, and what that took per
 * mass. Neither masses nor forces enter.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param object name of the object
 * @param placement how it stood before the camera
 * @param solid the object as a uniform solid
 * @param samples its state at every usable pose, in order of time
 * @param movement whether, when and how far it moved
 * @param effect what that took per mass
 * @param notes what a reader should know of these results, in words
 */
public record ObjectMotion(
    String object,
    Placement placement,
    StandingSolid solid,
    List<MotionSample> samples,
    Movement movement,
    PushEffect effect,
    List<String> notes) {

  /**
   * Heights that are off by more are not explained by the mesh [m]: several times the tracker's error
   * in motion.
   */
  static final double LARGEST_PATH_RESIDUAL = 0.010;

  /** Placements that are less likely than the best one by less than this factor e^2 are named. */
  private static final double CLEAR_MARGIN = 2;

  /** Barriers to tipping that differ by less are the same within the tracker's errors. */
  private static final double SAME_BARRIER = 0.2;

  /**
   * Copies the lists.
   *
   * @param object name of the object
   * @param placement how it stood before the camera
   * @param solid the object as a uniform solid
   * @param samples its state at every usable pose, in order of time
   * @param movement whether, when and how far it moved
   * @param effect what that took per mass
   * @param notes what a reader should know of these results, in words
   */
  public ObjectMotion {
    samples = List.copyOf(samples);
    notes = List.copyOf(notes);
  }

  /**
   * Analyses a take.
   *
   * @param track poses of the object, repaired, on the clock of the hand's log
   * @param mesh surface of the object [m]; it may be open where the object stood
   * @param declaredRotation R_MT from the tracker's object frame to the mesh frame, if known; half
   *     turns about the mesh's axes are tried besides, because trackers confuse them
   * @param handOnset when the hand starts to move [s]
   * @return what the object did
   * @throws org.dextwin.api.spi.InvalidInputException if the track does not cover the push or the
   *     mesh is no body
   * @throws UnexplainedMotionException if no way of standing explains the poses
   */
  public static ObjectMotion of(
      PoseTrack track, TriangleMesh mesh, Optional<Quat> declaredRotation, double handOnset) {
    PushTrack push = PushTrack.of(track, handOnset);
    ScannedBody body = new ScannedBody(track.object(), mesh);
    PlacementSearch search = new PlacementSearch(push, body, declaredRotation);
    List<PlacementFit> fits = search.run();
    PlacementFit best = fits.get(0);
    if (best.pathResidual() > LARGEST_PATH_RESIDUAL) {
      throw new UnexplainedMotionException(
          String.format(
              Locale.ROOT,
              "the height of '%s' is off by %.0f mm from that of the mesh on a table, with the best"
                  + " of %d ways to stand; %.0f mm are plausible",
              track.object(),
              1e3 * best.pathResidual(),
              fits.size(),
              1e3 * LARGEST_PATH_RESIDUAL));
    }
    Analysis analysis = new Analysis(push, best);
    Optional<PlacementFit> rival =
        analysis.movement.kind() == Movement.Kind.TIP
            ? fits.stream().filter(fit -> differs(analysis, new Analysis(push, fit))).findFirst()
            : Optional.empty();
    double margin =
        rival.map(fit -> fit.cost() - best.cost()).orElse(Double.POSITIVE_INFINITY);
    return new ObjectMotion(
        track.object(),
        placement(best, declaredRotation.isPresent(), margin),
        analysis.path.solid(),
        analysis.effect.samples(),
        analysis.movement,
        analysis.effect.effect(),
        notes(search, best, rival.filter(fit -> margin < CLEAR_MARGIN), declaredRotation));
  }

  private static boolean differs(Analysis a, Analysis b) {
    return Math.abs(Math.log(a.barrier() / b.barrier())) > Math.log1p(SAME_BARRIER);
  }

  private static Placement placement(PlacementFit fit, boolean declared, double margin) {
    return new Placement(
        fit.up(),
        fit.candidate().R_MT(),
        declared,
        fit.candidate().standing().words(),
        fit.candidate().lying().map(StableFace::words).orElse("none of its sides"),
        fit.extension(),
        fit.pathResidual(),
        margin);
  }

  private static List<String> notes(
      PlacementSearch search,
      PlacementFit best,
      Optional<PlacementFit> rival,
      Optional<Quat> declared) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "stood on "
            + best.candidate().standing().words()
            + ", came to rest on "
            + best.candidate().lying().map(StableFace::words).orElse("none of its sides")
            + (declared.isPresent() ? " (declared frame)" : " (inferred frame)"));
    if (best.extension() > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "the scan ends %.0f mm short of the table; it was drawn down to it",
              1e3 * best.extension()));
    }
    if (!search.endsAtRest()) {
      notes.add("the track ends before the object rests");
    }
    rival.ifPresent(
        fit ->
            notes.add(
                String.format(
                    Locale.ROOT,
                    "nearly as well explained: the object %s; declare its rotation to decide",
                    fit.candidate())));
    return notes;
  }

  /** One placement followed through to the effect of the push. */
  private static final class Analysis {
    private final BodyPath path;
    private final Movement movement;
    private final EffectOfPush effect;

    Analysis(PushTrack track, PlacementFit fit) {
      StandingSolid solid = fit.candidate().shape().solid(fit.extension());
      this.path = new BodyPath(track, fit, solid);
      this.movement = MovementFinder.find(path);
      this.effect = new EffectOfPush(path, movement);
    }

    /** Returns the height that the centre of mass must rise to pass the edge [m]. */
    double barrier() {
      double h = path.solid().centerOfMassHeight();
      return Math.hypot(h, effect.effect().halfBase()) - h;
    }
  }
}
