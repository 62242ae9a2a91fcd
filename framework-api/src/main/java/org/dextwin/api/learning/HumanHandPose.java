package org.dextwin.api.learning;

import java.util.List;
import org.dextwin.api.math.DimensionMismatchException;
import org.dextwin.api.math.FrameMismatchException;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.spi.Experimental;

/**
 * A human hand at one moment: 21 keypoints in the order of OpenPose, which are the wrist, then four
 * of each finger from the thumb to the little finger, each from the knuckle to the tip.
 *
 * <p>The frame W of its wrist follows from them: x to the knuckle of the middle finger, z out of
 * the back of the hand, y to the thumb of a right hand and away from that of a left one.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param side which hand it is
 * @param frame the frame C of the keypoints, such as {@code camera}
 * @param keypoints p_CP of each keypoint P [m], 21 of them
 */
@Experimental
public record HumanHandPose(HandModel.Side side, String frame, List<Vec3> keypoints) {

  /** Number of keypoints. */
  public static final int KEYPOINTS = 21;

  /** Name of the frame of the wrist. */
  public static final String WRIST = "human-wrist";

  /** Sine below which three points span no plane. */
  private static final double STRAIGHT = 1e-3;

  /**
   * Copies the keypoints and checks that they have a wrist frame.
   *
   * @param side which hand it is
   * @param frame the frame C of the keypoints, such as {@code camera}
   * @param keypoints p_CP of each keypoint P [m], 21 of them
   * @throws DimensionMismatchException if there are more or fewer
   * @throws IllegalArgumentException if wrist and knuckles lie on a line or in a point
   */
  public HumanHandPose {
    keypoints = List.copyOf(keypoints);
    if (keypoints.size() != KEYPOINTS) {
      throw new DimensionMismatchException("keypoints of a hand", KEYPOINTS, keypoints.size());
    }
    Vec3 index = keypoints.get(HumanFinger.INDEX.keypoint(0)).minus(keypoints.get(0));
    Vec3 little = keypoints.get(HumanFinger.LITTLE.keypoint(0)).minus(keypoints.get(0));
    Vec3 middle = keypoints.get(HumanFinger.MIDDLE.keypoint(0)).minus(keypoints.get(0));
    Vec3 normal = little.cross(index);
    boolean spans =
        normal.norm() > STRAIGHT * little.norm() * index.norm()
            && normal.cross(middle).norm() > STRAIGHT * normal.norm() * middle.norm();
    if (!spans) {
      throw new IllegalArgumentException(
          "wrist and knuckles of the hand lie on a line or in a point: "
              + keypoints.get(0)
              + ", index "
              + index
              + ", middle "
              + middle
              + ", little "
              + little
              + " from it");
    }
  }

  /**
   * Returns a point of a finger.
   *
   * @param finger the finger
   * @param point 0 is the knuckle, 3 the tip
   * @return p_CP [m]
   */
  public Vec3 point(HumanFinger finger, int point) {
    return keypoints.get(finger.keypoint(point));
  }

  /**
   * Returns the knuckle of a finger; that of the thumb is its joint at the wrist.
   *
   * @param finger the finger
   * @return p_CP [m]
   */
  public Vec3 knuckle(HumanFinger finger) {
    return point(finger, 0);
  }

  /**
   * Returns the tip of a finger.
   *
   * @param finger the finger
   * @return p_CP [m]
   */
  public Vec3 tip(HumanFinger finger) {
    return point(finger, HumanFinger.POINTS - 1);
  }

  /**
   * Returns the length of a finger, bent or not.
   *
   * @param finger the finger
   * @return sum of its phalanges from the knuckle to the tip [m]
   */
  public double length(HumanFinger finger) {
    double sum = 0;
    for (int i = 1; i < HumanFinger.POINTS; i++) {
      sum += point(finger, i).distanceTo(point(finger, i - 1));
    }
    return sum;
  }

  /**
   * Returns the pose of the wrist.
   *
   * @return X_CW
   */
  public Pose wristPose() {
    Vec3 wrist = keypoints.get(0);
    Vec3 across =
        knuckle(HumanFinger.LITTLE).minus(wrist).cross(knuckle(HumanFinger.INDEX).minus(wrist));
    Vec3 back = side == HandModel.Side.RIGHT ? across : across.negated();
    Vec3 x = knuckle(HumanFinger.MIDDLE).minus(wrist).normalized();
    Vec3 z = back.minus(x.times(x.dot(back))).normalized();
    Vec3 y = z.cross(x);
    double[] columns = {x.x(), y.x(), z.x(), x.y(), y.y(), z.y(), x.z(), y.z(), z.z()};
    return new Pose(frame, WRIST, wrist, Quat.fromMatrix(columns));
  }

  /**
   * Expresses the same hand in another frame.
   *
   * @param X_BC pose of this hand's frame C in a frame B
   * @return the hand in B
   * @throws FrameMismatchException if it is the pose of another frame
   */
  public HumanHandPose in(Pose X_BC) {
    if (!X_BC.body().equals(frame)) {
      throw new FrameMismatchException("express a hand in another frame", frame, X_BC.body());
    }
    return new HumanHandPose(side, X_BC.frame(), keypoints.stream().map(X_BC::transform).toList());
  }
}
