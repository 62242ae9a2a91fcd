package org.dextwin.api.perception;

import java.nio.file.Path;

/**
 * Reads the poses that a tracker wrote to files.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public interface RecordedTracker extends PoseTracker {

  /**
   * Reads one track.
   *
   * @param folder folder of the tracker's files
   * @param object name of the tracked object: the body of every pose
   * @return the track, with what was repaired
   * @throws org.dextwin.api.spi.InvalidInputException if the files are malformed
   */
  PoseTrack read(Path folder, String object);
}
