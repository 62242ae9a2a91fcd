package org.dextwin.mechanics.mjcf;

import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.model.RobotModel;

/**
 * What an MJCF file says about a robot.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param model the robot; its links are the bodies of the file
 * @param base X_WB of the root link, which a {@link RobotModel} has no place for
 * @param floating whether the root has a free joint; as a robot of a scene it is fixed
 * @param notes what the file holds and the model does not, each with file and line
 */
public record MjcfRobot(RobotModel model, Pose base, boolean floating, List<String> notes) {

  /**
   * Copies the list.
   *
   * @param model the robot
   * @param base X_WB of the root link
   * @param floating whether the root has a free joint
   * @param notes what the file holds and the model does not
   */
  public MjcfRobot {
    notes = List.copyOf(notes);
  }
}
