package org.dextwin.tracker.foundationpose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack.Quality;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.mechanics.log.HampelIdentifier;
import org.dextwin.mechanics.log.Median;

/** Flags poses that are far from their neighbours and that nothing else explains. */
final class WildPoses {

  private final RepairConfig config;
  private final HampelIdentifier identifier;

  WildPoses(RepairConfig config) {
    this.config = config;
    identifier = new HampelIdentifier(config.neighbours(), config.sigmas());
  }

  List<Sample> flag(List<Sample> samples, List<String> notes) {
    List<Sample> flagged = new ArrayList<>(samples);
    List<Integer> indices = new ArrayList<>();
    for (Stretches.Stretch stretch : Stretches.of(samples, config.gapS())) {
      List<Sample> part = samples.subList(stretch.start(), stretch.end());
      for (int i = 0; i < part.size(); i++) {
        if (isWild(part, i)) {
          int index = stretch.start() + i;
          Sample wild = samples.get(index);
          flagged.set(index, new Sample(wild.time(), wild.pose(), Quality.OUTLIER));
          indices.add(index);
        }
      }
    }
    if (!indices.isEmpty()) {
      notes.add(
          indices.size()
              + " poses flagged as outliers, first "
              + Stretches.when(samples, indices.get(0)));
    }
    return flagged;
  }

  private boolean isWild(List<Sample> part, int sample) {
    int start = identifier.windowStart(sample, part.size());
    List<Pose> window =
        part.subList(start, identifier.windowEnd(sample, part.size())).stream()
            .map(Sample::pose)
            .toList();
    Vec3 centre =
        new Vec3(
            median(window, pose -> pose.position().x()),
            median(window, pose -> pose.position().y()),
            median(window, pose -> pose.position().z()));
    double[] distances =
        window.stream().mapToDouble(pose -> pose.position().distanceTo(centre)).toArray();
    Quat middle = medoid(window);
    double[] angles =
        window.stream().mapToDouble(pose -> pose.rotation().angleTo(middle)).toArray();
    return identifier.isWild(distances, sample - start, config.positionOutlierM())
        || identifier.isWild(angles, sample - start, Math.toRadians(config.rotationOutlierDeg()));
  }

  private static double median(List<Pose> window, ToDoubleFunction<Pose> coordinate) {
    return Median.of(window.stream().mapToDouble(coordinate).toArray());
  }

  /** Returns the rotation with the smallest sum of angles to all others. */
  private static Quat medoid(List<Pose> window) {
    Quat best = window.get(0).rotation();
    double smallest = Double.POSITIVE_INFINITY;
    for (Pose candidate : window) {
      double sum =
          window.stream().mapToDouble(pose -> pose.rotation().angleTo(candidate.rotation())).sum();
      if (sum < smallest) {
        smallest = sum;
        best = candidate.rotation();
      }
    }
    return best;
  }
}
