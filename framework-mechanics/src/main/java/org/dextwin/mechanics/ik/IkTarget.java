package org.dextwin.mechanics.ik;

import org.dextwin.api.math.FrameMismatchException;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;

/**
 * Where a part of a robot is to be. Several targets are reached at once.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public sealed interface IkTarget {

  /**
   * Returns the link that is to move there.
   *
   * @return name of the link
   */
  String link();

  /**
   * A place for a point of a link, its rotation being free.
   *
   * @param link name of the link L
   * @param pointInLink p_LP [m]
   * @param positionInWorld p_WP to reach [m]
   */
  record OfPoint(String link, Vec3 pointInLink, Vec3 positionInWorld) implements IkTarget {}

  /**
   * A pose for a link.
   *
   * @param link name of the link L
   * @param poseInWorld X_WL to reach
   */
  record OfPose(String link, Pose poseInWorld) implements IkTarget {

    /**
     * Checks the frames.
     *
     * @param link name of the link L
     * @param poseInWorld X_WL to reach
     * @throws FrameMismatchException if it is the pose of another body or in another frame
     */
    public OfPose {
      if (!poseInWorld.frame().equals(Pose.WORLD)) {
        throw new FrameMismatchException("reach a pose", Pose.WORLD, poseInWorld.frame());
      }
      if (!poseInWorld.body().equals(link)) {
        throw new FrameMismatchException("reach a pose", link, poseInWorld.body());
      }
    }
  }

  /**
   * Makes a target for the tip of a finger.
   *
   * @param finger the finger
   * @param positionInWorld where its tip is to be [m]
   * @return the target
   */
  static IkTarget ofTip(Finger finger, Vec3 positionInWorld) {
    return new OfPoint(finger.tipLink(), finger.tip(), positionInWorld);
  }

  /**
   * Makes a target for a link.
   *
   * @param poseInWorld pose that the link it names is to take
   * @return the target
   */
  static IkTarget ofPose(Pose poseInWorld) {
    return new OfPose(poseInWorld.body(), poseInWorld);
  }
}
