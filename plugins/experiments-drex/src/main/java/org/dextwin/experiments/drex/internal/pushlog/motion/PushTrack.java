package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.List;
import java.util.Locale;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Quality;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.api.spi.InvalidInputException;

/**
 * The usable poses of a take, split by the onset of the hand.
 *
 * @param object name of the object
 * @param samples all poses but outliers
 * @param handOnset when the hand starts to move [s]
 * @param before the resting object before the push
 * @param after the object at the end of the track
 */
record PushTrack(
    String object, List<Sample> samples, double handOnset, RestPose before, RestPose after) {

  /** Time before the hand's onset over which the resting pose is averaged [s]. */
  private static final double BEFORE_S = 3;

  /** Time at the end of the track over which the final pose is averaged [s]. */
  private static final double AFTER_S = 1;

  /** Poses before the onset: fewer show no spread. */
  private static final int LEAST_BEFORE = 3;

  /** Poses from the onset on: two velocities by central differences. */
  private static final int LEAST_AFTER = 4;

  static PushTrack of(PoseTrack track, double handOnset) {
    List<Sample> usable =
        track.samples().stream().filter(s -> s.quality() != Quality.OUTLIER).toList();
    List<Sample> before =
        usable.stream()
            .filter(s -> s.time() < handOnset && s.time() >= handOnset - BEFORE_S)
            .toList();
    List<Sample> since = usable.stream().filter(s -> s.time() >= handOnset).toList();
    if (before.size() < LEAST_BEFORE || since.size() < LEAST_AFTER) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "track '%s' has %d usable poses in the %.0f s before the hand moves and %d from then"
                  + " on; expected %d and %d: record the resting object before the push, and go on"
                  + " until it rests again",
              track.object(),
              before.size(),
              BEFORE_S,
              since.size(),
              LEAST_BEFORE,
              LEAST_AFTER));
    }
    double end = usable.get(usable.size() - 1).time();
    List<Sample> after = since.stream().filter(s -> s.time() > end - AFTER_S).toList();
    return new PushTrack(
        track.object(), usable, handOnset, RestPose.of(before), RestPose.of(after));
  }

  boolean isBefore(Sample sample) {
    return sample.time() < handOnset && sample.time() >= handOnset - BEFORE_S;
  }
}
