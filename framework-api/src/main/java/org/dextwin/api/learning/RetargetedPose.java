package org.dextwin.api.learning;

import java.util.Map;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.spi.Experimental;

/**
 * What a robot hand does in place of a human one.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param positions joint positions [rad] in the robot's kinematic order, within its limits
 * @param palm X_CH, pose of the palm H in the frame C of the human hand's keypoints
 * @param fingertipTargets p_HF, where each finger that follows a human one was to have its tip F
 *     [m], by name of the finger
 */
@Experimental
public record RetargetedPose(JointVector positions, Pose palm, Map<String, Vec3> fingertipTargets) {

  /**
   * Copies the map.
   *
   * @param positions joint positions in the robot's kinematic order
   * @param palm pose of the palm in the frame of the human hand's keypoints
   * @param fingertipTargets where each finger was to have its tip
   */
  public RetargetedPose {
    fingertipTargets = Map.copyOf(fingertipTargets);
  }
}
