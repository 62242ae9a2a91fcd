package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Clock;
import org.dextwin.api.perception.PoseTrack.Quality;
import org.dextwin.api.perception.PoseTrack.Sample;

/**
 * A take with known truth: a body rests, then tips over one edge, slides and turns by given curves
 * of time, seen by a camera with a tracker's noise.
 */
final class SyntheticTake {

  static final double HAND_ONSET = 1_700_000_000;
  static final double START = HAND_ONSET + 0.3;

  private static final double STEP = 1e-4;

  /** Which point of the body's base is the pivot, in the mesh frame, and down there. */
  private final Vec3 pivot;

  private final Vec3 fall_W = Vec3.X;
  private final Quat R_WM;
  private Quat R_MT = Quat.IDENTITY;
  private final Quat R_WC;
  private final Vec3 p_WC;
  private DoubleUnaryOperator tilt = t -> 0;
  private DoubleUnaryOperator slide = t -> 0;
  private DoubleUnaryOperator yaw = t -> 0;
  private double noise;
  private double rate = 14.5;
  private double before = 2;
  private double after = 4;
  private final Random random;

  /**
   * Starts a take of a body that stands on a side.
   *
   * @param down outward normal of the side it stands on, in the mesh frame
   * @param fall direction towards the edge it tips over, in the mesh frame
   * @param pivot a point of that edge, in the mesh frame
   */
  SyntheticTake(Vec3 down, Vec3 fall, Vec3 pivot, long seed) {
    this.pivot = pivot;
    this.random = new Random(seed);
    Vec3 left = down.negated().cross(fall);
    // columns: where the mesh's down, fall and left go
    this.R_WM =
        Quat.fromMatrix(
            new double[] {
              fall.x(), fall.y(), fall.z(), left.x(), left.y(), left.z(), -down.x(), -down.y(),
              -down.z()
            });
    double heading = 2 * Math.PI * random.nextDouble();
    double pitch = Math.toRadians(15 + 40 * random.nextDouble());
    double roll = Math.toRadians(8 * (2 * random.nextDouble() - 1));
    Vec3 ahead =
        new Vec3(
            Math.cos(heading) * Math.cos(pitch),
            Math.sin(heading) * Math.cos(pitch),
            -Math.sin(pitch));
    Vec3 right = ahead.cross(Vec3.Z).normalized();
    Vec3 low = ahead.cross(right);
    Quat level =
        Quat.fromMatrix(
            new double[] {
              right.x(), low.x(), ahead.x(), right.y(), low.y(), ahead.y(), right.z(), low.z(),
              ahead.z()
            });
    this.R_WC = level.times(Quat.aboutAxis(Vec3.Z, roll));
    this.p_WC = ahead.times(-0.8);
  }

  SyntheticTake tracker(Quat rotationTrackerToMesh) {
    this.R_MT = rotationTrackerToMesh;
    return this;
  }

  SyntheticTake tilting(DoubleUnaryOperator angle) {
    this.tilt = angle;
    return this;
  }

  SyntheticTake sliding(DoubleUnaryOperator distance) {
    this.slide = distance;
    return this;
  }

  SyntheticTake turning(DoubleUnaryOperator angle) {
    this.yaw = angle;
    return this;
  }

  /** Multiples of the noise of a good tracker: 0.3 mm across, 1 mm ahead, 0.5 degrees. */
  SyntheticTake noisy(double factor) {
    this.noise = factor;
    return this;
  }

  SyntheticTake lasting(double secondsBefore, double secondsAfter) {
    this.before = secondsBefore;
    this.after = secondsAfter;
    return this;
  }

  SyntheticTake rate(double posesPerSecond) {
    this.rate = posesPerSecond;
    return this;
  }

  /** A smooth rise from zero to a height, over a time from {@link #START} on. */
  static DoubleUnaryOperator ramp(double height, double duration) {
    return t -> {
      double s = Math.max(0, Math.min(1, (t - START) / duration));
      return height * 0.5 * (1 - Math.cos(Math.PI * s));
    };
  }

  private Quat rotation(double t) {
    // positive about the left: the top goes towards the fall
    return Quat.aboutAxis(Vec3.Z, yaw.applyAsDouble(t))
        .times(Quat.aboutAxis(Vec3.Z.cross(fall_W), tilt.applyAsDouble(t)))
        .times(R_WM);
  }

  /** Where a point of the mesh is in the world. The pivot rests at the world's origin. */
  Vec3 place(double t, Vec3 point) {
    return fall_W.times(slide.applyAsDouble(t)).plus(rotation(t).rotate(point.minus(pivot)));
  }

  Vec3 upInCamera() {
    return R_WC.inverse().rotate(Vec3.Z);
  }

  /** Energy per mass over that at rest, of a solid moving along the exact path [J/kg]. */
  double energy(double t, StandingSolid solid) {
    Vec3 center = place(t, solid.centerOfMass());
    Vec3 velocity =
        place(t + STEP, solid.centerOfMass())
            .minus(place(t - STEP, solid.centerOfMass()))
            .times(1 / (2 * STEP));
    Vec3 spin_W =
        rotation(t + STEP).times(rotation(t - STEP).inverse()).log().times(1 / (2 * STEP));
    Vec3 spin = rotation(t).inverse().rotate(spin_W);
    double rest = place(HAND_ONSET - 1, solid.centerOfMass()).z();
    return PushEffect.GRAVITY * (center.z() - rest)
        + 0.5 * velocity.dot(velocity)
        + 0.5 * spin.dot(solid.inertiaPerMass().times(spin));
  }

  PoseTrack track() {
    List<Sample> samples = new ArrayList<>();
    int count = (int) Math.round((before + after) * rate);
    for (int i = 0; i < count; i++) {
      double t = HAND_ONSET - before + (i + 0.5) / rate;
      Quat R_CT = R_WC.inverse().times(rotation(t)).times(R_MT);
      Vec3 p_C = R_WC.inverse().rotate(place(t, Vec3.ZERO).minus(p_WC));
      Vec3 wobble = gaussian().times(Math.toRadians(0.5) / Math.sqrt(3));
      Vec3 shift = gaussian();
      samples.add(
          new Sample(
              t,
              new Pose(
                  "camera",
                  "object",
                  p_C.plus(
                      new Vec3(3e-4 * shift.x(), 3e-4 * shift.y(), 1e-3 * shift.z()).times(noise)),
                  R_CT.times(Quat.exp(wobble.times(noise)))),
              Quality.MEASURED));
    }
    return new PoseTrack("synthetic", Clock.UTC, samples, List.of());
  }

  private Vec3 gaussian() {
    return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }
}
