package org.dextwin.api.math;

/**
 * The velocity V_AB_A of frame B relative to frame A, expressed in A: angular, then linear (of B's
 * origin).
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param frame name of A
 * @param body name of B
 * @param angular angular velocity, expressed in A [rad/s]
 * @param linear velocity of B's origin, expressed in A [m/s]
 */
public record Twist(String frame, String body, Vec3 angular, Vec3 linear) {

  /**
   * Returns the velocity of a resting frame.
   *
   * @param frame name of A
   * @param body name of B
   * @return zero velocity
   */
  public static Twist zero(String frame, String body) {
    return new Twist(frame, body, Vec3.ZERO, Vec3.ZERO);
  }

  /**
   * Returns the velocity of a point that is fixed to B.
   *
   * @param p_BP_A the point from B's origin, expressed in A [m]
   * @return its velocity in A [m/s]
   */
  public Vec3 velocityOfPoint(Vec3 p_BP_A) {
    return linear.plus(angular.cross(p_BP_A));
  }
}
