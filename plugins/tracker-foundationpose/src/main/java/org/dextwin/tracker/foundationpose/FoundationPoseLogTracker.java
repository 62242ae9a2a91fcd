package org.dextwin.tracker.foundationpose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Clock;
import org.dextwin.api.perception.RecordedTracker;
import org.dextwin.api.spi.InvalidInputException;

/**
 * Reads the text logs that D-REX writes from FoundationPose, one for each minute. The files are
 * joined by the times in them, not by their names; a pose that two files hold alike is taken once.
 * The times name no zone.
 *
 * <p><i>Thread safety</i>: immutable.
 */
final class FoundationPoseLogTracker implements RecordedTracker {

  private final FoundationPoseLogConfig config;

  FoundationPoseLogTracker(FoundationPoseLogConfig config) {
    this.config = config;
  }

  @Override
  public PoseTrack read(Path folder, String object) {
    List<String> notes = new ArrayList<>();
    List<PoseLogFile> files = new ArrayList<>();
    for (Path path : LimitedFile.in(folder)) {
      PoseLogFile file = PoseLogFile.read(path);
      notes.addAll(file.notes());
      if (file.poses().isEmpty()) {
        notes.add(path + ": holds no pose and was passed over");
      } else {
        files.add(file);
      }
    }
    if (files.isEmpty()) {
      Path inside = folder.resolve("poses");
      throw new InvalidInputException(
          folder
              + ": no file holds a whole block '<ISO time> - Pose:' ("
              + (notes.isEmpty() ? "there is no file" : String.join("; ", notes))
              + "); "
              + (Files.isDirectory(inside)
                  ? "is " + inside + " the folder that is meant?"
                  : "expected the text logs of FoundationPose"));
    }
    List<RawPose> poses = joined(files, notes);
    return new TrackBuilder(config.repair(), object, notes).build(Clock.UNZONED, poses);
  }

  private static List<RawPose> joined(List<PoseLogFile> files, List<String> notes) {
    files.sort(Comparator.comparingDouble(file -> file.poses().get(0).time()));
    List<RawPose> joined = new ArrayList<>();
    int repeated = 0;
    for (PoseLogFile file : files) {
      for (RawPose pose : file.poses()) {
        RawPose before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
        if (before == null || pose.time() > before.time()) {
          joined.add(pose);
        } else if (isKnown(pose, joined)) {
          repeated++;
        } else {
          throw new InvalidInputException(
              pose.place()
                  + ": the time is "
                  + (before.time() - pose.time())
                  + " s before that of "
                  + before.place()
                  + "; the clock was set back, or the folder holds several recordings of the same"
                  + " time: keep one");
        }
      }
    }
    if (repeated > 0) {
      notes.add(repeated + " poses stand in the files twice and were taken once");
    }
    return joined;
  }

  private static boolean isKnown(RawPose pose, List<RawPose> joined) {
    for (int i = joined.size() - 1; i >= 0 && joined.get(i).time() >= pose.time(); i--) {
      if (joined.get(i).time() == pose.time() && joined.get(i).matrix().equals(pose.matrix())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {}
}
