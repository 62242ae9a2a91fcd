package org.dextwin.api.model;

import java.util.List;

/**
 * A robot hand: its kinematic tree, which side it is, and its fingers.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param robot the kinematic tree; its root is the palm
 * @param side right or left
 * @param fingers fingers, in the order of the hand's motors
 */
public record HandModel(RobotModel robot, Side side, List<Finger> fingers) {

  /**
   * Copies the list and checks that every finger ends on a link of the robot.
   *
   * @param robot the kinematic tree; its root is the palm
   * @param side right or left
   * @param fingers fingers, in the order of the hand's motors
   */
  public HandModel {
    fingers = List.copyOf(fingers);
    for (Finger finger : fingers) {
      robot.link(finger.tipLink());
    }
  }

  /** Which hand it is. */
  public enum Side {
    /** A right hand. */
    RIGHT,
    /** A left hand. */
    LEFT
  }
}
