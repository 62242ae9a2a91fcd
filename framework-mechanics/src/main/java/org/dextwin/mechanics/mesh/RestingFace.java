package org.dextwin.mechanics.mesh;

import java.util.List;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;

/**
 * A face on which a body can rest on a level table: a flat part of its convex hull with the centre
 * of mass above it. All in the body frame B.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param normal unit normal, outwards: down when the body rests on this face
 * @param offset distance of the face's plane from the origin along the normal [m]
 * @param polygon corners of the face, counter-clockwise seen from outside [m]
 * @param area area of the polygon [m^2]
 * @param centerOfMassHeight height of the centre of mass above the face [m]
 * @param margin distance of the centre of mass, projected on the face, from the polygon's rim [m]
 */
public record RestingFace(
    Vec3 normal,
    double offset,
    List<Vec3> polygon,
    double area,
    double centerOfMassHeight,
    double margin) {

  /**
   * Copies the list.
   *
   * @param normal unit normal, outwards: down when the body rests on this face
   * @param offset distance of the face's plane from the origin along the normal [m]
   * @param polygon corners of the face, counter-clockwise seen from outside [m]
   * @param area area of the polygon [m^2]
   * @param centerOfMassHeight height of the centre of mass above the face [m]
   * @param margin distance of the centre of mass, projected on the face, from the polygon's rim [m]
   */
  public RestingFace {
    polygon = List.copyOf(polygon);
  }

  /**
   * Returns by how much the table can be tilted before the body tips over the nearest edge.
   *
   * @return angle [rad]
   */
  public double tippingAngle() {
    return Math.atan2(margin, centerOfMassHeight);
  }

  /**
   * Returns a rotation in which the body rests on this face; turning it about the vertical gives
   * the others.
   *
   * @return R_WB with R_WB normal = -z
   */
  public Quat restingRotation() {
    return Quat.between(normal, Vec3.Z.negated());
  }

  /**
   * Returns the height of the body frame's origin above the table when the body rests on this face.
   *
   * @return height [m]
   */
  public double originHeight() {
    // n . p = offset on the face, and R n = -z: its height is originHeight - offset
    return offset;
  }
}
