package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds how the object stood: tries the ways in which the tracker's frame and the mesh's can
 * differ, and the faces before and after the push, and keeps the one that explains the poses best.
 */
final class PlacementSearch {

  private static final Logger LOG = LoggerFactory.getLogger(PlacementSearch.class);

  /** Vertical directions by both faces agree at least to this. */
  private static final double LARGEST_DISAGREEMENT = Math.toRadians(20);

  /** The camera is not below the table: up hardly points away from it (OpenCV: z ahead). */
  private static final double LARGEST_UP_AHEAD = 0.1;

  /**
   * The camera looks down by 60 degrees at most: up is towards the top of the image (OpenCV: y
   * down). Poses alone cannot tell a fall from an object being stood up, seen from another side.
   */
  private static final double LEAST_UP_IN_IMAGE = 0.5;

  /** Poses from this long before the hand's onset, to anchor the resting height [s]. */
  private static final double LEAD_S = 0.3;

  /** Poses until this long after the object has settled [s]. */
  private static final double TAIL_S = 0.5;

  /** A final pose that scatters by more is no rest: several times the tracker's noise. */
  private static final double REST_TURN = Math.toRadians(5);

  /** The same for its position [m]. */
  private static final double REST_SHIFT = 0.01;

  private final PushTrack track;
  private final ScannedBody body;
  private final Optional<Quat> declared;
  private final List<Sample> moving;
  private final boolean endsAtRest;

  PlacementSearch(PushTrack track, ScannedBody body, Optional<Quat> declared) {
    this.track = track;
    this.body = body;
    this.declared = declared;
    this.endsAtRest = track.after().turning() < REST_TURN && track.after().shifting() < REST_SHIFT;
    double settled = settled();
    this.moving =
        track.samples().stream()
            .filter(s -> s.time() > track.handOnset() - LEAD_S && s.time() < settled + TAIL_S)
            .toList();
  }

  /** Returns when the last pose was off the final one. */
  private double settled() {
    double settled = track.handOnset();
    for (Sample sample : track.samples()) {
      boolean off =
          track.after().rotation().angleTo(sample.pose().rotation()) > REST_TURN
              || track.after().position().distanceTo(sample.pose().position()) > REST_SHIFT;
      settled = off ? Math.max(settled, sample.time()) : settled;
    }
    return settled;
  }

  boolean endsAtRest() {
    return endsAtRest;
  }

  /**
   * Returns the candidates, the best first.
   *
   * @throws UnexplainedMotionException if there is none
   */
  List<PlacementFit> run() {
    Quat expected = declared.orElse(Quat.IDENTITY);
    List<PlacementFit> fits = new ArrayList<>();
    for (Quat turn : declared.isPresent() ? CubeTurns.HALF_TURNS : CubeTurns.ALL) {
      Quat R_MT = turn.times(expected);
      for (StableFace standing : body.faces()) {
        Candidate leaning = new Candidate(R_MT, body.standingOn(standing), Optional.empty());
        Vec3 up = leaning.up(track.before().rotation(), standing);
        if (-up.y() >= LEAST_UP_IN_IMAGE && up.z() <= LARGEST_UP_AHEAD) {
          fits.add(PlacementFit.of(track, moving, leaning, expected));
          for (StableFace lying : endsAtRest ? body.faces() : List.<StableFace>of()) {
            Candidate candidate = new Candidate(R_MT, leaning.shape(), Optional.of(lying));
            Vec3 upAfter = candidate.up(track.after().rotation(), lying);
            if (up.dot(upAfter) > Math.cos(LARGEST_DISAGREEMENT)) {
              fits.add(PlacementFit.of(track, moving, candidate, expected));
            }
          }
        }
      }
    }
    if (fits.isEmpty()) {
      throw new UnexplainedMotionException(
          body.faces().isEmpty()
              ? "the mesh of '" + track.object() + "' has no side to stand on"
              : "no side of the mesh of '"
                  + track.object()
                  + "' is down before the push"
                  + (declared.isPresent() ? " with the declared rotation" : "")
                  + ", seen from an upright camera that looks down by up to 60 degrees");
    }
    fits.sort(Comparator.comparingDouble(PlacementFit::cost));
    LOG.debug("{}: {} placements tried", track.object(), fits.size());
    return fits;
  }
}
