package org.dextwin.tracker.foundationpose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack.Quality;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.mechanics.log.HampelIdentifier;
import org.dextwin.mechanics.log.Median;

/**
 * Mends poses whose depth alone jumped: depth is what a tracker sees worst. The object is moved
 * along the ray from the camera to the median depth of its neighbours, so its image stays.
 */
final class DepthJumps {

  private final RepairConfig config;
  private final HampelIdentifier identifier;

  DepthJumps(RepairConfig config) {
    this.config = config;
    identifier = new HampelIdentifier(config.neighbours(), config.sigmas());
  }

  List<Sample> mend(List<Sample> samples, List<String> notes) {
    List<Sample> mended = new ArrayList<>(samples);
    List<Integer> indices = new ArrayList<>();
    for (Stretches.Stretch stretch : Stretches.of(samples, config.gapS())) {
      double[] depths =
          samples.subList(stretch.start(), stretch.end()).stream()
              .mapToDouble(sample -> sample.pose().position().z())
              .toArray();
      for (int i = 0; i < depths.length; i++) {
        int start = identifier.windowStart(i, depths.length);
        double[] window = Arrays.copyOfRange(depths, start, identifier.windowEnd(i, depths.length));
        double median = Median.of(window);
        double[] distances = Arrays.stream(window).map(z -> Math.abs(z - median)).toArray();
        if (depths[i] > 0 && identifier.isWild(distances, i - start, config.depthOutlierM())) {
          int index = stretch.start() + i;
          mended.set(index, atDepth(samples.get(index), median));
          indices.add(index);
        }
      }
    }
    if (!indices.isEmpty()) {
      notes.add(
          indices.size()
              + " poses moved along the camera ray to the depth of their neighbours, first "
              + Stretches.when(samples, indices.get(0)));
    }
    return mended;
  }

  private static Sample atDepth(Sample sample, double depth) {
    Pose pose = sample.pose();
    Vec3 p_CO = pose.position();
    return new Sample(
        sample.time(),
        new Pose(pose.frame(), pose.body(), p_CO.times(depth / p_CO.z()), pose.rotation()),
        Quality.DEPTH_MENDED);
  }
}
