package org.dextwin.tracker.foundationpose;

import java.util.Optional;
import org.dextwin.api.perception.PoseTrack.Clock;
import org.dextwin.api.spi.Key;

/**
 * How to read the matrices that FoundationPose writes. Exactly one of frame rate and timestamps is
 * given: the matrices themselves carry no time.
 *
 * @param frameRateHz frames per second
 * @param timestampsFile file with the time of each frame
 * @param clock how the times of the file relate to UTC
 * @param repair what counts as a bad pose
 */
record FoundationPoseConfig(
    @Key(
            doc =
                "Frames per second: the time of a pose is its frame id divided by this, from the"
                    + " first frame on; 1e9 for ids that are nanoseconds. Missing ids are gaps.",
            above = 0)
        Optional<Double> frameRateHz,
    @Key(
            doc =
                "File in the tracker's folder with a frame id and a time in seconds on each line,"
                    + " separated by blanks or a comma; given instead of frame-rate-hz.")
        Optional<String> timestampsFile,
    @Key(
            doc =
                "How the times of timestamps-file relate to UTC: utc, unzoned (local time read as"
                    + " if it were UTC) or relative (from the first pose on).",
            byDefault = "relative")
        Clock clock,
    @Key(doc = "What counts as a bad pose.", byDefault = "{}") RepairConfig repair) {

  /**
   * Checks that the frames have one source of time.
   *
   * @param frameRateHz frames per second
   * @param timestampsFile file with the time of each frame
   * @param clock how the times of the file relate to UTC
   * @param repair what counts as a bad pose
   * @throws IllegalArgumentException if both or none of frame rate and timestamps are given
   */
  FoundationPoseConfig {
    if (frameRateHz.isPresent() == timestampsFile.isPresent()) {
      throw new IllegalArgumentException(
          (frameRateHz.isPresent() ? "both" : "neither")
              + " of frame-rate-hz and timestamps-file given; the time of a frame needs one");
    }
    if (frameRateHz.isPresent() && clock != Clock.RELATIVE) {
      throw new IllegalArgumentException(
          "with frame-rate-hz times are relative; clock belongs to timestamps-file");
    }
  }
}
