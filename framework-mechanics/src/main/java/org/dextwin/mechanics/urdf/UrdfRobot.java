package org.dextwin.mechanics.urdf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.model.RobotModel;

/**
 * What a URDF file says about a robot.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param model the robot, without actuators, of which URDF knows only limits
 * @param motors limits of the motors, by joint
 * @param mimics joints that are meant to follow others, by joint, in the order of the file
 * @param places file and line of each link and joint, by {@code link NAME} and {@code joint NAME}
 * @param notes what the file holds and the model does not, or what was mended, with file and line
 */
public record UrdfRobot(
    RobotModel model,
    Map<String, Motor> motors,
    Map<String, Mimic> mimics,
    Map<String, String> places,
    List<String> notes) {

  /**
   * Copies the collections.
   *
   * @param model the robot, without actuators
   * @param motors limits of the motors, by joint
   * @param mimics joints that are meant to follow others, by joint
   * @param places file and line of each link and joint
   * @param notes what the file holds and the model does not, or what was mended
   */
  public UrdfRobot {
    motors = Map.copyOf(motors);
    mimics = Collections.unmodifiableMap(new LinkedHashMap<>(mimics));
    places = Map.copyOf(places);
    notes = List.copyOf(notes);
  }

  /**
   * Returns where a joint stands.
   *
   * @param joint its name
   * @return file and line
   */
  public String placeOfJoint(String joint) {
    return String.valueOf(places.get("joint " + joint));
  }

  /**
   * Returns where a link stands.
   *
   * @param link its name
   * @return file and line
   */
  public String placeOfLink(String link) {
    return String.valueOf(places.get("link " + link));
  }

  /**
   * Limits of a joint's motor; a limit that is missing or zero in the file is empty.
   *
   * @param effort largest torque [N m] or force [N]
   * @param velocity largest speed [rad/s or m/s]
   */
  public record Motor(Optional<Double> effort, Optional<Double> velocity) {}

  /**
   * q = multiplier q_other + offset.
   *
   * @param joint the other joint
   * @param multiplier ratio of the two
   * @param offset position at q_other = 0 [rad or m]
   */
  public record Mimic(String joint, double multiplier, double offset) {}
}
