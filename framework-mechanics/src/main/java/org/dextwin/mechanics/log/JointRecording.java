package org.dextwin.mechanics.log;

import java.util.List;
import org.dextwin.api.robot.JointLog;

/**
 * A joint log that was read from a file.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param log the readings
 * @param notes what was dropped from the file, in words
 */
public record JointRecording(JointLog log, List<String> notes) {

  /**
   * Copies the list.
   *
   * @param log the readings
   * @param notes what was dropped from the file, in words
   */
  public JointRecording {
    notes = List.copyOf(notes);
  }
}
