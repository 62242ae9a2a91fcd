package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.mechanics.optimization.LeastSquaresProblem;

/**
 * How well a candidate explains the poses. While an object tips, slides or lies, its lowest point
 * is on the table, so that the height of its origin follows from its rotation alone, whatever the
 * slip:
 *
 * <pre>(p_k - p_0) . u = h(R_k) - h(R_0),   h(R) = max over the body of -u . R v</pre>
 *
 * <p>Parameters: two small turns of the up direction u [rad], and the extension of an open end in
 * units of {@link #EXTENSION_SIGMA}. Residuals: the heights, u against the normals of both faces, a
 * level camera, a small extension.
 */
final class PlacementProblem implements LeastSquaresProblem {

  /**
   * Error of a slowly moving object's height [m]: depth noise of the tracker (0.3 to 1.9 mm at
   * rest) and waviness of the scan.
   */
  private static final double HEIGHT_SIGMA = 0.002;

  /**
   * Time by which position and rotation of one pose disagree [s]: about a third of the frame
   * period. In the fall, at 0.5 m/s, heights are off by more than 10 mm.
   */
  private static final double SMEAR_S = 0.025;

  /** Neighbouring poses share their errors: three count as one. */
  private static final double CORRELATED = 3;

  /** Error of the up direction from the face it stood on: the tracker's 0.1 to 1.7 degrees. */
  private static final double STANDING_SIGMA = Math.toRadians(3);

  /** The same from the face it lies on: less flat, and perhaps leaning on the hand. */
  private static final double LYING_SIGMA = Math.toRadians(4);

  /** Cameras are mounted level: horizontal component of up along the image's rows. */
  private static final double CAMERA_ROLL_SIGMA = 0.2;

  /** Length that turntable scans lack at the side the object stood on [m]. */
  static final double EXTENSION_SIGMA = 0.03;

  /** More than this no scan lacks [m]. */
  private static final double LARGEST_EXTENSION = 0.06;

  private final PushTrack track;
  private final List<Sample> moving;
  private final double[] sigmas;
  private final Candidate candidate;
  private final Vec3 middle;
  private final Vec3 firstTurn;
  private final Vec3 secondTurn;
  private final Vec3 upStanding;
  private final Optional<Vec3> upLying;

  PlacementProblem(PushTrack track, List<Sample> moving, Candidate candidate) {
    this.track = track;
    this.moving = moving;
    this.sigmas = sigmas(moving);
    this.candidate = candidate;
    this.upStanding = candidate.up(track.before().rotation(), candidate.standing());
    this.upLying = candidate.lying().map(face -> candidate.up(track.after().rotation(), face));
    this.middle = upStanding.plus(upLying.orElse(upStanding)).normalized();
    Vec3 across = Math.abs(middle.x()) < 0.7 ? Vec3.X : Vec3.Y;
    this.firstTurn = middle.cross(across).normalized();
    this.secondTurn = middle.cross(firstTurn);
  }

  private static double[] sigmas(List<Sample> samples) {
    double[] sigmas = new double[samples.size()];
    for (int k = 0; k < sigmas.length; k++) {
      Sample before = samples.get(Math.max(0, k - 1));
      Sample after = samples.get(Math.min(sigmas.length - 1, k + 1));
      double path = before.pose().position().distanceTo(after.pose().position());
      double time = after.time() - before.time();
      double speed = time > 0 ? path / time : 0;
      sigmas[k] = Math.sqrt(CORRELATED) * Math.hypot(HEIGHT_SIGMA, SMEAR_S * speed);
    }
    return sigmas;
  }

  /** Returns parameters to start from: the extension that the fall of the origin asks for. */
  double[] start() {
    double fall = middle.dot(track.before().position().minus(track.after().position()));
    double foretold =
        candidate.standing().offset()
            - candidate.lying().map(StableFace::offset).orElse(candidate.standing().offset());
    double extension = Math.max(0.001, Math.min(0.9 * LARGEST_EXTENSION, fall - foretold));
    return new double[] {0, 0, extension / EXTENSION_SIGMA};
  }

  @Override
  public int parameterCount() {
    return 3;
  }

  @Override
  public int residualCount() {
    return moving.size() + 6 + 2;
  }

  @Override
  public boolean evaluate(double[] x, double[] residuals, double[] jacobian) {
    Vec3 raw = middle.plus(firstTurn.times(x[0])).plus(secondTurn.times(x[1]));
    Vec3 up = up(x);
    Vec3[] turns = {
      firstTurn.minus(up.times(up.dot(firstTurn))).times(1 / raw.norm()),
      secondTurn.minus(up.times(up.dot(secondTurn))).times(1 / raw.norm())
    };
    double extension = extension(x);
    double free = extension == x[2] * EXTENSION_SIGMA ? EXTENSION_SIGMA : 0;
    Footing atRest = footing(track.before().rotation(), up, extension);
    for (int k = 0; k < moving.size(); k++) {
      Gap gap = gap(moving.get(k), up, extension, atRest);
      double r = gap.length / sigmas[k];
      residuals[k] = SoftL1.residual(r);
      double slope = SoftL1.slope(r) / sigmas[k];
      jacobian[3 * k] = slope * gap.byUp.dot(turns[0]);
      jacobian[3 * k + 1] = slope * gap.byUp.dot(turns[1]);
      jacobian[3 * k + 2] = slope * gap.byExtension * free;
    }
    int row = moving.size();
    direction(up, turns, upStanding, STANDING_SIGMA, row, residuals, jacobian);
    double lyingSigma = upLying.isPresent() ? LYING_SIGMA : Double.POSITIVE_INFINITY;
    direction(up, turns, upLying.orElse(up), lyingSigma, row + 3, residuals, jacobian);
    residuals[row + 6] = up.x() / CAMERA_ROLL_SIGMA;
    jacobian[3 * (row + 6)] = turns[0].x() / CAMERA_ROLL_SIGMA;
    jacobian[3 * (row + 6) + 1] = turns[1].x() / CAMERA_ROLL_SIGMA;
    jacobian[3 * (row + 6) + 2] = 0;
    residuals[row + 7] = x[2];
    jacobian[3 * (row + 7)] = 0;
    jacobian[3 * (row + 7) + 1] = 0;
    jacobian[3 * (row + 7) + 2] = 1;
    return true;
  }

  /** Three rows for the difference of up and a face's normal, bounded like the heights. */
  private static void direction(
      Vec3 up,
      Vec3[] turns,
      Vec3 expected,
      double sigma,
      int row,
      double[] residuals,
      double[] jacobian) {
    Vec3 difference = up.minus(expected).times(1 / sigma);
    double length = difference.norm();
    double ratio = SoftL1.ratio(length);
    // d(ratio) = along * (difference . d(difference))
    double along = length < 1e-6 ? 0 : (SoftL1.slope(length) - ratio) / (length * length);
    for (int i = 0; i < 2; i++) {
      Vec3 turn = turns[i].times(1 / sigma);
      Vec3 column = turn.times(ratio).plus(difference.times(along * difference.dot(turn)));
      jacobian[3 * row + i] = column.x();
      jacobian[3 * (row + 1) + i] = column.y();
      jacobian[3 * (row + 2) + i] = column.z();
    }
    Vec3 bounded = difference.times(ratio);
    bounded.copyTo(residuals, row);
    for (int k = 0; k < 3; k++) {
      jacobian[3 * (row + k) + 2] = 0;
    }
  }

  Vec3 up(double[] x) {
    return middle.plus(firstTurn.times(x[0])).plus(secondTurn.times(x[1])).normalized();
  }

  /** Returns the extension within its bounds; zero for a face that the scan shows [m]. */
  double extension(double[] x) {
    return candidate.standing().open()
        ? Math.max(0, Math.min(LARGEST_EXTENSION, x[2] * EXTENSION_SIGMA))
        : 0;
  }

  /** Returns the root mean square of the heights' errors [m]. */
  double pathResidual(double[] x) {
    Vec3 up = up(x);
    double extension = extension(x);
    Footing atRest = footing(track.before().rotation(), up, extension);
    double sum = 0;
    for (Sample sample : moving) {
      double length = gap(sample, up, extension, atRest).length;
      sum += length * length;
    }
    return Math.sqrt(sum / Math.max(1, moving.size()));
  }

  private Gap gap(Sample sample, Vec3 up, double extension, Footing atRest) {
    Footing now = footing(sample.pose().rotation(), up, extension);
    Vec3 moved = sample.pose().position().minus(track.before().position());
    return new Gap(
        moved.dot(up) - (now.height - atRest.height),
        moved.plus(now.arm).minus(atRest.arm),
        atRest.byExtension - now.byExtension);
  }

  private Footing footing(Quat R_CT, Vec3 up, double extension) {
    Quat R_CM = candidate.rotation(R_CT);
    Vec3 down = R_CM.inverse().rotate(up.negated());
    StandingShape.Lowest lowest = candidate.shape().lowest(down, extension);
    return new Footing(
        down.dot(lowest.point()),
        R_CM.rotate(lowest.point()),
        lowest.onRim() ? down.dot(candidate.standing().normal()) : 0);
  }

  /**
   * Height of the origin over the lowest point, that point in the camera, d height / d extension.
   */
  private record Footing(double height, Vec3 arm, double byExtension) {}

  /** Measured less foretold height, and its derivatives. */
  private record Gap(double length, Vec3 byUp, double byExtension) {}
}
