package org.dextwin.mechanics.kinematics;

import java.util.Arrays;
import org.dextwin.api.math.FrameMismatchException;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;

/**
 * The poses of a tree's links in the world, filled by {@link KinematicTree#forward} and reused from
 * call to call.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class LinkPoses {

  /** p_WL of each link L, shape (links, 3). */
  final double[] positions;

  /** R_WL of each link, row-major, shape (links, 3, 3). */
  final double[] rotations;

  /** Axis of the joint that carries each link, in the world, shape (links, 3). */
  final double[] axes;

  private final KinematicTree tree;

  LinkPoses(KinematicTree tree) {
    this.tree = tree;
    int links = tree.linkCount();
    positions = new double[3 * links];
    rotations = new double[9 * links];
    axes = new double[3 * links];
    for (int i = 0; i < links; i++) {
      Rotations.setIdentity(rotations, 9 * i);
    }
  }

  /**
   * Places the root link; takes effect on the other links at the next {@link
   * KinematicTree#forward}.
   *
   * @param X_WB pose of the root link in the world
   * @throws FrameMismatchException if it is the pose in another frame
   */
  public void setRoot(Pose X_WB) {
    if (!X_WB.frame().equals(Pose.WORLD)) {
      throw new FrameMismatchException("place the root link", Pose.WORLD, X_WB.frame());
    }
    X_WB.position().copyTo(positions, 0);
    System.arraycopy(X_WB.rotation().toMatrix(), 0, rotations, 0, 9);
  }

  /**
   * Returns the pose of a link in the world.
   *
   * @param link index of the link L
   * @return X_WL
   */
  public Pose pose(int link) {
    return Pose.inWorld(nameOf(link), position(link), rotation(link));
  }

  private String nameOf(int link) {
    return link == 0 ? tree.model().root() : tree.model().joints().get(link - 1).child();
  }

  /**
   * Returns the origin of a link.
   *
   * @param link index of the link L
   * @return p_WL [m]
   */
  public Vec3 position(int link) {
    return Vec3.of(positions, 3 * link);
  }

  /**
   * Returns the rotation of a link.
   *
   * @param link index of the link L
   * @return R_WL
   */
  public Quat rotation(int link) {
    return Quat.fromMatrix(Arrays.copyOfRange(rotations, 9 * link, 9 * link + 9));
  }

  /**
   * Returns a point fixed to a link.
   *
   * @param link index of the link L
   * @param p_LP the point in the link [m]
   * @return p_WP [m]
   */
  public Vec3 point(int link, Vec3 p_LP) {
    return new Vec3(
        pointCoordinate(link, 0, p_LP),
        pointCoordinate(link, 1, p_LP),
        pointCoordinate(link, 2, p_LP));
  }

  /**
   * Writes the origin of a link into an array.
   *
   * @param link index of the link L
   * @param out p_WL [m]; three entries are overwritten
   * @param offset index of the first one
   */
  public void copyPosition(int link, double[] out, int offset) {
    System.arraycopy(positions, 3 * link, out, offset, 3);
  }

  /**
   * Writes the rotation of a link into an array.
   *
   * @param link index of the link L
   * @param out R_WL, row-major, shape (3, 3); nine entries are overwritten
   * @param offset index of the first one
   */
  public void copyRotation(int link, double[] out, int offset) {
    System.arraycopy(rotations, 9 * link, out, offset, 9);
  }

  /**
   * Writes the axis of the joint that carries a link into an array.
   *
   * @param link index of the link
   * @param out unit axis, in the world; three entries are overwritten
   * @param offset index of the first one
   */
  public void copyAxis(int link, double[] out, int offset) {
    System.arraycopy(axes, 3 * link, out, offset, 3);
  }

  double pointCoordinate(int link, int axis, Vec3 p_LP) {
    int row = 9 * link + 3 * axis;
    return positions[3 * link + axis]
        + rotations[row] * p_LP.x()
        + rotations[row + 1] * p_LP.y()
        + rotations[row + 2] * p_LP.z();
  }

  double pointCoordinate(int link, int axis, double[] p_LP, int offset) {
    int row = 9 * link + 3 * axis;
    return positions[3 * link + axis]
        + rotations[row] * p_LP[offset]
        + rotations[row + 1] * p_LP[offset + 1]
        + rotations[row + 2] * p_LP[offset + 2];
  }
}
