package org.dextwin.api.learning;

import org.dextwin.api.math.FrameMismatchException;
import org.dextwin.api.math.Pose;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.spi.Experimental;

/**
 * Where a motion ends.
 *
 * <p><i>Thread safety</i>: immutable.
 */
@Experimental
public sealed interface MotionGoal {

  /**
   * A position for every joint.
   *
   * @param positions in the robot's kinematic order [rad or m]
   */
  record Configuration(JointVector positions) implements MotionGoal {}

  /**
   * A pose for one link, whatever joint positions that takes.
   *
   * @param poseInWorld X_WL of the link that it names as its body, under its name in the robot
   */
  record LinkPose(Pose poseInWorld) implements MotionGoal {

    /**
     * Checks the frame.
     *
     * @param poseInWorld X_WL of the link that it names as its body
     * @throws FrameMismatchException if it is a pose in another frame
     */
    public LinkPose {
      if (!poseInWorld.frame().equals(Pose.WORLD)) {
        throw new FrameMismatchException("plan to a pose", Pose.WORLD, poseInWorld.frame());
      }
    }
  }
}
