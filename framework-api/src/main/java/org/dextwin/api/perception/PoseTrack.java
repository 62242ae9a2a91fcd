package org.dextwin.api.perception;

import java.util.List;
import org.dextwin.api.math.Pose;

/**
 * A recorded sequence of object poses X_CO in the camera's frame, with gaps kept.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param object name of the object
 * @param clock how the times relate to UTC
 * @param samples samples in order of time
 * @param notes what was repaired, flagged or dropped, in words
 */
public record PoseTrack(String object, Clock clock, List<Sample> samples, List<String> notes) {

  /**
   * Copies the lists and checks the order.
   *
   * @param object name of the object
   * @param clock how the times relate to UTC
   * @param samples samples in order of time
   * @param notes what was repaired, flagged or dropped, in words
   * @throws IllegalArgumentException if the times do not increase
   */
  public PoseTrack {
    samples = List.copyOf(samples);
    notes = List.copyOf(notes);
    for (int i = 1; i < samples.size(); i++) {
      if (!(samples.get(i).time() > samples.get(i - 1).time())) {
        throw new IllegalArgumentException(
            "pose "
                + i
                + " of '"
                + object
                + "' is at "
                + samples.get(i).time()
                + " s, not after "
                + samples.get(i - 1).time()
                + " s");
      }
    }
  }

  /** How the times of a track relate to UTC. */
  public enum Clock {
    /** Seconds since the epoch, UTC. */
    UTC,
    /** Local time of an unknown zone, read as if it were UTC. */
    UNZONED,
    /** Seconds since the first sample. */
    RELATIVE
  }

  /**
   * One pose.
   *
   * @param time time on the track's clock [s]
   * @param pose X_CO: the object in the camera's frame (OpenCV axes: x right, y down, z ahead)
   * @param quality whether it was measured or mended
   */
  public record Sample(double time, Pose pose, Quality quality) {}

  /** Whether a pose was measured or mended. */
  public enum Quality {
    /** As measured. */
    MEASURED,
    /** A half turn about a symmetry axis was undone. */
    FLIP_UNDONE,
    /** The distance from the camera was replaced by its neighbours'. */
    DEPTH_MENDED,
    /** Far from its neighbours and not mended: give it no weight. */
    OUTLIER
  }
}
