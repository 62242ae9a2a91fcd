package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.mechanics.log.Median;

/**
 * The mean pose of a resting object, in the camera's frame.
 *
 * @param rotation chordal mean R_CT
 * @param position median of each coordinate [m]
 * @param turning largest angle of a pose from the mean [rad]
 * @param shifting largest distance of a pose from the median [m]
 */
record RestPose(Quat rotation, Vec3 position, double turning, double shifting) {

  static RestPose of(List<Sample> samples) {
    Quat rotation = meanRotation(samples);
    Vec3 position =
        new Vec3(
            median(samples, sample -> sample.pose().position().x()),
            median(samples, sample -> sample.pose().position().y()),
            median(samples, sample -> sample.pose().position().z()));
    double turning = 0;
    double shifting = 0;
    for (Sample sample : samples) {
      turning = Math.max(turning, rotation.angleTo(sample.pose().rotation()));
      shifting = Math.max(shifting, position.distanceTo(sample.pose().position()));
    }
    return new RestPose(rotation, position, turning, shifting);
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> coordinate) {
    return Median.of(samples.stream().mapToDouble(coordinate).toArray());
  }

  /** Returns the normalised sum of the quaternions, each with the sign of a central one. */
  private static Quat meanRotation(List<Sample> samples) {
    List<Quat> rotations = samples.stream().map(sample -> sample.pose().rotation()).toList();
    Quat central =
        rotations.stream()
            .min(Comparator.comparingDouble(q -> rotations.stream().mapToDouble(q::angleTo).sum()))
            .orElseThrow();
    double[] sum = new double[4];
    for (Quat q : rotations) {
      double dot =
          central.w() * q.w() + central.x() * q.x() + central.y() * q.y() + central.z() * q.z();
      double sign = dot < 0 ? -1 : 1;
      sum[0] += sign * q.w();
      sum[1] += sign * q.x();
      sum[2] += sign * q.y();
      sum[3] += sign * q.z();
    }
    return Quat.of(sum, 0);
  }
}
