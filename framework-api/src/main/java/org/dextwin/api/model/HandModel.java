package org.dextwin.api.model;

import java.util.List;
import org.dextwin.api.math.Pose;

/**
 * A robot hand: its kinematic tree, which side it is, its fingers, and where it is bolted on.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param robot the kinematic tree; its root is the palm
 * @param side right or left
 * @param fingers fingers, in the order of the hand's motors
 * @param mount X_HM, pose of the mounting face M in the palm H; z of M points away from the arm
 */
public record HandModel(RobotModel robot, Side side, List<Finger> fingers, Pose mount) {

  /** Name of the frame of the mounting face. */
  public static final String MOUNT = "mount";

  /**
   * Copies the list and checks that every finger ends on a link of the robot.
   *
   * @param robot the kinematic tree; its root is the palm
   * @param side right or left
   * @param fingers fingers, in the order of the hand's motors
   * @param mount X_HM, pose of the mounting face M in the palm H; z of M points away from the arm
   * @throws IllegalArgumentException if a finger ends on no link, or the mount is not the pose of
   *     {@link #MOUNT} in the root link
   */
  public HandModel {
    fingers = List.copyOf(fingers);
    for (Finger finger : fingers) {
      robot.link(finger.tipLink());
    }
    if (!mount.frame().equals(robot.root()) || !mount.body().equals(MOUNT)) {
      throw new IllegalArgumentException(
          "the mount of hand '"
              + robot.name()
              + "' is the pose of '"
              + mount.body()
              + "' in '"
              + mount.frame()
              + "', not that of '"
              + MOUNT
              + "' in '"
              + robot.root()
              + "'");
    }
  }

  /**
   * Makes the model of a hand that is bolted on at the origin of its palm.
   *
   * @param robot the kinematic tree; its root is the palm
   * @param side right or left
   * @param fingers fingers, in the order of the hand's motors
   */
  public HandModel(RobotModel robot, Side side, List<Finger> fingers) {
    this(robot, side, fingers, Pose.identity(robot.root(), MOUNT));
  }

  /** Which hand it is. */
  public enum Side {
    /** A right hand. */
    RIGHT,
    /** A left hand. */
    LEFT
  }
}
