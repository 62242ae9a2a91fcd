package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.Arrays;
import java.util.List;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.mechanics.log.Median;

/**
 * The standing solid along the tracked poses, in the camera's frame. The height of its centre of
 * mass comes from the rotation alone (its lowest point is on the table), which is far less noisy
 * than the tracked depth.
 */
final class BodyPath {

  private final PushTrack track;
  private final List<Sample> samples;
  private final StandingSolid solid;
  private final Vec3 up;
  private final Quat R_MT;
  private final Quat restRotation;
  private final double[] tilts;
  private final double[] rises;
  private final Vec3[] centers;

  BodyPath(PushTrack track, PlacementFit fit, StandingSolid solid) {
    this.track = track;
    this.samples = track.samples();
    this.solid = solid;
    this.up = fit.up();
    this.R_MT = fit.candidate().R_MT();
    this.restRotation = fit.candidate().rotation(track.before().rotation());
    this.tilts = new double[samples.size()];
    this.centers = new Vec3[samples.size()];
    Vec3 downAtRest = fit.down(track.before().rotation());
    // at rest the base is flat on the table: a constant turn takes out the tracker's offset
    Quat levelling = Quat.between(downAtRest, solid.down());
    double[] heights = new double[samples.size()];
    for (int i = 0; i < heights.length; i++) {
      Vec3 down = fit.down(samples.get(i).pose().rotation());
      tilts[i] = Math.atan2(down.cross(downAtRest).norm(), down.dot(downAtRest));
      Vec3 levelled = levelling.rotate(down);
      Vec3 lowest = fit.candidate().shape().lowest(levelled, fit.extension()).point();
      heights[i] = levelled.dot(lowest.minus(solid.centerOfMass()));
      centers[i] = samples.get(i).pose().position().plus(rotation(i).rotate(solid.centerOfMass()));
    }
    double rest = atRest(heights);
    this.rises = new double[heights.length];
    for (int i = 0; i < heights.length; i++) {
      rises[i] = heights[i] - rest;
    }
  }

  int size() {
    return samples.size();
  }

  double time(int i) {
    return samples.get(i).time();
  }

  double tilt(int i) {
    return tilts[i];
  }

  double rise(int i) {
    return rises[i];
  }

  Vec3 position(int i) {
    return samples.get(i).pose().position();
  }

  StandingSolid solid() {
    return solid;
  }

  PushTrack track() {
    return track;
  }

  Vec3 centerOfMass(int i) {
    return centers[i];
  }

  Vec3 up() {
    return up;
  }

  Quat restRotation() {
    return restRotation;
  }

  /** Returns R_CM. */
  Quat rotation(int i) {
    return samples.get(i).pose().rotation().times(R_MT.inverse());
  }

  /** Returns the part of a vector along the table. */
  Vec3 horizontal(Vec3 v) {
    return v.minus(up.times(up.dot(v)));
  }

  /** Returns where a point of the body is. */
  Vec3 place(int i, Vec3 pointInMesh) {
    return position(i).plus(rotation(i).rotate(pointInMesh));
  }

  boolean isBefore(int i) {
    return track.isBefore(samples.get(i));
  }

  /** Returns the median of a signal over the poses before the push. */
  double atRest(double[] signal) {
    double[] before = new double[signal.length];
    int count = 0;
    for (int i = 0; i < signal.length; i++) {
      if (isBefore(i)) {
        before[count++] = signal[i];
      }
    }
    return Median.of(Arrays.copyOf(before, count));
  }

  /** Returns the horizontal velocity of the centre of mass [m/s]. */
  Vec3 slidingVelocity(int i) {
    return inner(i)
        ? horizontal(centers[i + 1].minus(centers[i - 1])).times(1 / interval(i))
        : Vec3.ZERO;
  }

  /** Returns the kinetic energy per mass, by central differences over the real time steps. */
  double kineticEnergy(int i) {
    if (!inner(i)) {
      return 0;
    }
    Vec3 sliding = slidingVelocity(i);
    double rising = (rises[i + 1] - rises[i - 1]) / interval(i);
    Vec3 turning = rotation(i + 1).times(rotation(i - 1).inverse()).log().times(1 / interval(i));
    Vec3 turning_M = rotation(i).inverse().rotate(turning);
    double spin = turning_M.dot(solid.inertiaPerMass().times(turning_M));
    return 0.5 * (sliding.dot(sliding) + rising * rising + spin);
  }

  private boolean inner(int i) {
    return i > 0 && i < samples.size() - 1;
  }

  private double interval(int i) {
    return time(i + 1) - time(i - 1);
  }
}
