package org.dextwin.api.learning;

import java.util.Set;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.spi.Experimental;

/**
 * A motion to plan.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param scene the robot, on its base, and what is in its way; a body that is to be grasped, or is
 *     held, must not be in it
 * @param robot name of the robot in the scene
 * @param start where its joints are, in its kinematic order [rad or m]; where the scene has them
 *     does not count
 * @param goal where the motion ends
 * @param heldJoints names of joints that stay where they are, such as those of a hand while the arm
 *     moves
 */
@Experimental
public record MotionRequest(
    Scene scene, String robot, JointVector start, MotionGoal goal, Set<String> heldJoints) {

  /**
   * Checks that everything is of the same robot.
   *
   * @param scene the robot and what is in its way
   * @param robot name of the robot in the scene
   * @param start where its joints are, in its kinematic order [rad or m]
   * @param goal where the motion ends
   * @param heldJoints names of joints that stay where they are
   * @throws IllegalArgumentException if the scene has no such robot, the robot no such joint or
   *     link, all joints are held, or the goal moves one that is
   * @throws org.dextwin.api.model.JointOrderException if start or goal is in another order than the
   *     kinematic one
   */
  public MotionRequest {
    heldJoints = Set.copyOf(heldJoints);
    SceneRobot moved = scene.robot(robot);
    JointOrder order = moved.model().kinematicOrder();
    start.values(order);
    heldJoints.forEach(order::indexOf);
    if (heldJoints.size() == order.size()) {
      throw new IllegalArgumentException("all joints of '" + robot + "' are held: none can move");
    }
    if (goal instanceof MotionGoal.LinkPose pose) {
      moved.model().link(pose.poseInWorld().body());
    } else if (goal instanceof MotionGoal.Configuration end) {
      end.positions().values(order);
      for (String joint : heldJoints) {
        if (end.positions().get(joint) != start.get(joint)) {
          throw new IllegalArgumentException(
              "joint '"
                  + joint
                  + "' is held at "
                  + start.get(joint)
                  + ", but the goal has it at "
                  + end.positions().get(joint)
                  + "; give it the same position in both, or do not hold it");
        }
      }
    }
  }

  /**
   * Makes a request that may move all joints.
   *
   * @param scene the robot and what is in its way
   * @param robot name of the robot in the scene
   * @param start where its joints are, in its kinematic order [rad or m]
   * @param goal where the motion ends
   */
  public MotionRequest(Scene scene, String robot, JointVector start, MotionGoal goal) {
    this(scene, robot, start, goal, Set.of());
  }

  /**
   * Returns the robot that is to move.
   *
   * @return the robot with its base
   */
  public SceneRobot movedRobot() {
    return scene.robot(robot);
  }
}
