package org.dextwin.experiments.drex.internal.pushlog.motion;

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
 * @param misfits why the mesh on a table does not explain the motion, in words; empty if it does
 * @param notes what a reader should know of these results, in words
 */
public record ObjectMotion(
    String object,
    Placement placement,
    StandingSolid solid,
    List<MotionSample> samples,
    Movement movement,
    PushEffect effect,
    List<String> misfits,
    List<String> notes) {

  /** Placements that are less likely than the best one by less than this factor e^2 are named. */
  private static final double CLEAR_MARGIN = 2;

  /**
   * Copies the lists.
   *
   * @param object name of the object
   * @param placement how it stood before the camera
   * @param solid the object as a uniform solid
   * @param samples its state at every usable pose, in order of time
   * @param movement whether, when and how far it moved
   * @param effect what that took per mass
   * @param misfits why the mesh on a table does not explain the motion, in words; empty if it does
   * @param notes what a reader should know of these results, in words
   */
  public ObjectMotion {
    samples = List.copyOf(samples);
    misfits = List.copyOf(misfits);
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
   * @throws UnexplainedMotionException if the object can stand in no way that the camera would see
   */
  public static ObjectMotion of(
      PoseTrack track, TriangleMesh mesh, Optional<Quat> declaredRotation, double handOnset) {
    PushTrack push = PushTrack.of(track, handOnset);
    ScannedBody body = new ScannedBody(track.object(), mesh);
    PlacementSearch search = new PlacementSearch(push, body, declaredRotation);
    List<Analysis> analyses = Analysis.ranked(push, search.run());
    Analysis best = analyses.get(0);
    Optional<Analysis> rival =
        analyses.stream().filter(analysis -> analysis.isAnotherThan(best)).findFirst();
    double margin =
        rival.map(analysis -> analysis.cost() - best.cost()).orElse(Double.POSITIVE_INFINITY);
    List<String> notes = notes(best, declaredRotation.isPresent());
    if (!search.endsAtRest()) {
      notes.add("the track ends before the object rests");
    }
    if (rival.isPresent() && margin < CLEAR_MARGIN) {
      notes.add(
          "nearly as well explained: "
              + rival.get().fit().candidate()
              + "; a declared rotation would decide");
    }
    return new ObjectMotion(
        track.object(),
        placement(best.fit(), declaredRotation.isPresent(), margin),
        best.solid(),
        best.effect().samples(),
        best.movement(),
        best.effect().effect(),
        best.misfits(),
        notes);
  }

  private static Placement placement(PlacementFit fit, boolean declared, double margin) {
    return new Placement(
        fit.up(),
        fit.candidate().R_MT(),
        declared,
        fit.candidate().standing().words(),
        lyingWords(fit),
        fit.extension(),
        fit.pathResidual(),
        margin);
  }

  private static String lyingWords(PlacementFit fit) {
    return fit.candidate().lying().map(StableFace::words).orElse("none of its sides");
  }

  private static List<String> notes(Analysis best, boolean declared) {
    PlacementFit fit = best.fit();
    List<String> notes = new ArrayList<>();
    notes.add(
        "stood on "
            + fit.candidate().standing().words()
            + ", came to rest on "
            + lyingWords(fit)
            + (declared ? " (declared frame)" : " (inferred frame)"));
    if (fit.extension() > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "the scan ends %.0f mm short of the table; it was drawn down to it",
              1e3 * fit.extension()));
    }
    return notes;
  }
}
