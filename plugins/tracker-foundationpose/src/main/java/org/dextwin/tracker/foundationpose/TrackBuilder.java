package org.dextwin.tracker.foundationpose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.math.Pose;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Clock;
import org.dextwin.api.perception.PoseTrack.Quality;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.api.spi.InvalidInputException;

/** Makes a track out of printed matrices: drops what is no pose, then repairs the rest. */
final class TrackBuilder {

  private final RepairConfig config;
  private final String object;
  private final List<String> notes;

  /**
   * Starts a track.
   *
   * @param config what counts as a bad pose
   * @param object name of the object
   * @param notes what was found while reading
   */
  TrackBuilder(RepairConfig config, String object, List<String> notes) {
    this.config = config;
    this.object = object;
    this.notes = new ArrayList<>(notes);
  }

  PoseTrack build(Clock clock, List<RawPose> raw) {
    List<Sample> samples = samples(raw);
    List<Sample> upright = new HalfTurns(config).undo(samples, notes);
    List<Sample> mended = new DepthJumps(config).mend(upright, notes);
    List<Sample> flagged = new WildPoses(config).flag(mended, notes);
    return new PoseTrack(object, clock, flagged, notes);
  }

  private List<Sample> samples(List<RawPose> raw) {
    List<Sample> samples = new ArrayList<>();
    Map<String, List<RawPose>> dropped = new LinkedHashMap<>();
    for (RawPose one : raw) {
      try {
        Pose pose = PoseMatrix.toPose(one.matrix(), object, config.rotationTolerance());
        samples.add(new Sample(one.time(), pose, Quality.MEASURED));
      } catch (NotAPoseException e) {
        dropped.computeIfAbsent(e.reason(), reason -> new ArrayList<>()).add(one);
      }
    }
    dropped.forEach(
        (reason, poses) ->
            notes.add(
                poses.size() + " poses dropped: " + reason + ", first at " + poses.get(0).place()));
    if (samples.isEmpty()) {
      throw new InvalidInputException(
          raw.get(0).place()
              + ": none of "
              + raw.size()
              + " matrices is a pose ("
              + String.join(", ", dropped.keySet())
              + "); expected rotations in the upper left 3 x 3");
    }
    return samples;
  }
}
