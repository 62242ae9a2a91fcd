package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.List;
import java.util.Locale;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.mechanics.optimization.LeastSquaresSolution;
import org.dextwin.mechanics.optimization.LevenbergMarquardt;

/**
 * A candidate with its best up direction and extension.
 *
 * @param candidate the candidate
 * @param up unit vector against gravity in the camera
 * @param extension length by which the scan ends short of the table [m]
 * @param misfit negative logarithm of the poses' likelihood, up to a constant
 * @param cost misfit and prior odds of the candidate
 * @param pathResidual root mean square of the heights' errors [m]
 */
record PlacementFit(
    Candidate candidate,
    Vec3 up,
    double extension,
    double misfit,
    double cost,
    double pathResidual) {

  /**
   * Odds of standing on the open side: objects are scanned as they stand, and the scan cannot see
   * the side below. e^4 is about 50 to 1.
   */
  private static final double OPEN_SIDE_ODDS = 4;

  /** Odds against a tracker frame other than the mesh frame, or than the declared one. */
  private static final double OTHER_FRAME_ODDS = 0.5;

  /** What resting on no face counts as: a tenth of the smallest face of the hull. */
  private static final double NO_FACE_SHARE = 0.001;

  /** Steps of 1e-6 rad or units of extension, far below the noise. */
  private static final LevenbergMarquardt SOLVER = new LevenbergMarquardt(1e-6, 1e-6, 60);

  static PlacementFit of(
      PushTrack track, List<Sample> moving, Candidate candidate, Quat expectedFrame) {
    PlacementProblem problem = new PlacementProblem(track, moving, candidate);
    LeastSquaresSolution solution = SOLVER.solve(problem, problem.start());
    double[] x = solution.x();
    return new PlacementFit(
        candidate,
        problem.up(x),
        problem.extension(x),
        solution.cost(),
        solution.cost() + oddsAgainst(candidate, expectedFrame),
        problem.pathResidual(x));
  }

  /** Returns what speaks against a candidate before any pose is seen: faces are likely by area. */
  private static double oddsAgainst(Candidate candidate, Quat expectedFrame) {
    double lyingShare = candidate.lying().map(StableFace::areaShare).orElse(NO_FACE_SHARE);
    double odds = -Math.log(candidate.standing().areaShare() * lyingShare);
    odds +=
        switch (candidate.standing().surface()) {
          case CLOSED -> 0;
          case OPEN -> -OPEN_SIDE_ODDS;
          case OPPOSITE_OPEN -> OPEN_SIDE_ODDS;
        };
    boolean expected = candidate.R_MT().angleTo(expectedFrame) < 1e-6;
    return odds + (expected ? 0 : OTHER_FRAME_ODDS);
  }

  /** Returns the direction of gravity in the mesh frame. */
  Vec3 down(Quat R_CT) {
    return candidate.rotation(R_CT).inverse().rotate(up.negated());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "cost %.2f, misfit %.2f, path %.1f mm, extension %.1f mm, up (%.3f, %.3f, %.3f): %s",
        cost,
        misfit,
        1e3 * pathResidual,
        1e3 * extension,
        up.x(),
        up.y(),
        up.z(),
        candidate);
  }
}
