package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.List;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;

/**
 * The object as a uniform solid that stands on a table, in the mesh frame.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param volume volume [m^3]
 * @param centerOfMass centre of the volume [m]
 * @param inertiaPerMass rotational inertia about it per mass [m^2]
 * @param centerOfMassHeight its height above the table [m]
 * @param support corners of the base on the table, counter-clockwise seen from below [m]
 * @param down unit vector to the table
 */
public record StandingSolid(
    double volume,
    Vec3 centerOfMass,
    SymmetricMatrix3 inertiaPerMass,
    double centerOfMassHeight,
    List<Vec3> support,
    Vec3 down) {

  /**
   * Copies the list.
   *
   * @param volume volume [m^3]
   * @param centerOfMass centre of the volume [m]
   * @param inertiaPerMass rotational inertia about it per mass [m^2]
   * @param centerOfMassHeight its height above the table [m]
   * @param support corners of the base on the table, counter-clockwise seen from below [m]
   * @param down unit vector to the table
   */
  public StandingSolid {
    support = List.copyOf(support);
  }

  /**
   * Returns how far the base reaches from below the centre of mass.
   *
   * @param direction a horizontal unit vector, in the mesh frame
   * @return distance b [m]
   */
  public double halfBase(Vec3 direction) {
    return support.stream()
        .mapToDouble(corner -> direction.dot(corner.minus(centerOfMass)))
        .max()
        .orElseThrow();
  }

  /**
   * Returns the tilt at which the centre of mass is above the edge.
   *
   * @param direction the horizontal direction of the fall, in the mesh frame
   * @return atan(b / h) [rad]
   */
  public double balanceAngle(Vec3 direction) {
    return Math.atan2(halfBase(direction), centerOfMassHeight);
  }
}
