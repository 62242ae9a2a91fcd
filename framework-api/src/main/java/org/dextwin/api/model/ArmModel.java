package org.dextwin.api.model;

import java.util.List;
import java.util.Optional;

/**
 * A robot arm, with the hand that is mounted on it, if any.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param robot the kinematic tree; its root is the base of the arm. Links, joints and actuators of
 *     the hand are in it under names that begin with {@link #TOOL_PREFIX}
 * @param flange name of the link whose frame is that of the flange, z out of the arm
 * @param hand the mounted hand, under its own names
 */
public record ArmModel(RobotModel robot, String flange, Optional<HandModel> hand) {

  /** What the names of a mounted hand begin with. */
  public static final String TOOL_PREFIX = "hand/";

  /**
   * Checks the flange.
   *
   * @param robot the kinematic tree
   * @param flange name of the link whose frame is that of the flange
   * @param hand the mounted hand, under its own names
   * @throws IllegalArgumentException if the robot has no such link
   */
  public ArmModel {
    robot.link(flange);
  }

  /**
   * Makes the model of an arm without a hand.
   *
   * @param robot the kinematic tree
   * @param flange name of the link whose frame is that of the flange
   */
  public ArmModel(RobotModel robot, String flange) {
    this(robot, flange, Optional.empty());
  }

  /**
   * Returns the arm's own moving joints.
   *
   * @return their names in the kinematic order, without those of the hand
   */
  public List<String> armJoints() {
    return robot.movingJoints().stream()
        .map(Joint::name)
        .filter(joint -> hand.isEmpty() || !joint.startsWith(TOOL_PREFIX))
        .toList();
  }

  /**
   * Returns the fingers of the mounted hand.
   *
   * @return the fingers under their names in {@link #robot}; none without a hand
   */
  public List<Finger> fingers() {
    return hand.map(HandModel::fingers).orElse(List.of()).stream()
        .map(
            finger ->
                new Finger(
                    finger.name(),
                    finger.joints().stream().map(TOOL_PREFIX::concat).toList(),
                    TOOL_PREFIX + finger.tipLink(),
                    finger.tip(),
                    finger.tipRadius()))
        .toList();
  }
}
