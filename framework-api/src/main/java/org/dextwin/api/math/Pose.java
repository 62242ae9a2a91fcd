package org.dextwin.api.math;

/**
 * The pose X_AB of frame B in frame A: position of B's origin [m] and rotation, both in A.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param frame name of A, in which the pose is expressed
 * @param body name of B, whose pose it is
 * @param position p_AB, expressed in A [m]
 * @param rotation R_AB
 */
public record Pose(String frame, String body, Vec3 position, Quat rotation) {

  /** Name of the world frame. */
  public static final String WORLD = "world";

  /**
   * Returns the pose of a frame that coincides with another.
   *
   * @param frame name of A
   * @param body name of B
   * @return zero position and rotation
   */
  public static Pose identity(String frame, String body) {
    return new Pose(frame, body, Vec3.ZERO, Quat.IDENTITY);
  }

  /**
   * Returns a pose in the world frame.
   *
   * @param body name of the posed frame
   * @param position its origin in the world [m]
   * @param rotation its rotation in the world
   * @return the pose
   */
  public static Pose inWorld(String body, Vec3 position, Quat rotation) {
    return new Pose(WORLD, body, position, rotation);
  }

  /**
   * Chains two poses: X_AC = X_AB * X_BC.
   *
   * @param X_BC the pose of C in B
   * @return the pose of C in A
   * @throws FrameMismatchException if the inner frames differ
   */
  public Pose times(Pose X_BC) {
    if (!body.equals(X_BC.frame)) {
      throw new FrameMismatchException("chain poses", body, X_BC.frame);
    }
    return new Pose(
        frame,
        X_BC.body,
        position.plus(rotation.rotate(X_BC.position)),
        rotation.times(X_BC.rotation));
  }

  /**
   * Returns the pose of A in B.
   *
   * @return X_BA
   */
  public Pose inverse() {
    Quat R_BA = rotation.inverse();
    return new Pose(body, frame, R_BA.rotate(position).negated(), R_BA);
  }

  /**
   * Expresses a point that is given in B in A.
   *
   * @param p_BP the point from B's origin, in B [m]
   * @return the point from A's origin, in A [m]
   */
  public Vec3 transform(Vec3 p_BP) {
    return position.plus(rotation.rotate(p_BP));
  }

  /**
   * Returns the same numbers under other names, for a frame that is identified with another.
   *
   * @param newFrame name of A from now on
   * @param newBody name of B from now on
   * @return the renamed pose
   */
  public Pose named(String newFrame, String newBody) {
    return new Pose(newFrame, newBody, position, rotation);
  }
}
