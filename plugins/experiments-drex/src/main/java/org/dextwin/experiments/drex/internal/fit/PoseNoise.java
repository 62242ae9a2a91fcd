package org.dextwin.experiments.drex.internal.fit;

/**
 * Standard deviations of a tracker's poses.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param position of each coordinate [m]
 * @param rotation of each coordinate of the rotation vector [rad]
 */
public record PoseNoise(double position, double rotation) {

  /**
   * Checks the numbers.
   *
   * @param position of each coordinate [m]
   * @param rotation of each coordinate of the rotation vector [rad]
   */
  public PoseNoise {
    if (!(position > 0) || !(rotation > 0)) {
      throw new IllegalArgumentException("standard deviations of a pose must be positive");
    }
  }

  /** Standard deviation of a quaternion's component: dq = 1/2 (0, dtheta) q. */
  double quaternion() {
    return rotation / 2;
  }
}
