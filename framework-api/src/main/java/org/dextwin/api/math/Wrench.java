package org.dextwin.api.math;

/**
 * A wrench F_B_A on body B, about B's origin and expressed in frame A: torque, then force.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param frame name of A, in which it is expressed
 * @param body name of B, on which and about whose origin it acts
 * @param torque torque about B's origin [N m]
 * @param force force [N]
 */
public record Wrench(String frame, String body, Vec3 torque, Vec3 force) {

  /**
   * Returns the wrench of a force that acts at a point.
   *
   * @param frame name of A
   * @param body name of B
   * @param p_BP_A the point from B's origin, expressed in A [m]
   * @param force the force, expressed in A [N]
   * @return the wrench about B's origin
   */
  public static Wrench ofForceAt(String frame, String body, Vec3 p_BP_A, Vec3 force) {
    return new Wrench(frame, body, p_BP_A.cross(force), force);
  }

  /**
   * Adds another wrench on the same body.
   *
   * @param other a wrench of the same body and frame
   * @return the sum
   * @throws FrameMismatchException if body or frame differ
   */
  public Wrench plus(Wrench other) {
    if (!frame.equals(other.frame)) {
      throw new FrameMismatchException("add wrenches", frame, other.frame);
    }
    if (!body.equals(other.body)) {
      throw new FrameMismatchException("add wrenches", body, other.body);
    }
    return new Wrench(frame, body, torque.plus(other.torque), force.plus(other.force));
  }
}
