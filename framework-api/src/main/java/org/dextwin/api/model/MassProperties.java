package org.dextwin.api.model;

import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;

/**
 * Mass, centre of mass and rotational inertia of a rigid body, in the body frame B.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param mass mass [kg]
 * @param centerOfMass p_BC, in B [m]
 * @param inertia rotational inertia about the centre of mass, expressed in B [kg m^2]
 */
public record MassProperties(double mass, Vec3 centerOfMass, SymmetricMatrix3 inertia) {

  /**
   * Checks the numbers.
   *
   * @param mass mass [kg]
   * @param centerOfMass p_BC, in B [m]
   * @param inertia rotational inertia about the centre of mass, expressed in B [kg m^2]
   * @throws IllegalArgumentException if the mass is not positive and finite or the inertia is not
   *     positive definite
   */
  public MassProperties {
    if (!(mass > 0) || Double.isInfinite(mass)) {
      throw new IllegalArgumentException("mass is " + mass + " kg; it must be positive");
    }
    if (!inertia.isPositiveDefinite()) {
      throw new IllegalArgumentException("inertia " + inertia + " is not positive definite");
    }
  }

  /**
   * Returns the same shape and density distribution with another mass: the inertia scales with it.
   *
   * @param newMass mass [kg]
   * @return the scaled properties
   */
  public MassProperties withMass(double newMass) {
    return new MassProperties(newMass, centerOfMass, inertia.times(newMass / mass));
  }

  /**
   * Expresses these properties, given in B, in A.
   *
   * @param p_AB origin of B in A [m]
   * @param R_AB rotation of B in A
   * @return the properties in A
   */
  public MassProperties inFrame(Vec3 p_AB, Quat R_AB) {
    return new MassProperties(mass, p_AB.plus(R_AB.rotate(centerOfMass)), inertia.rotated(R_AB));
  }

  /**
   * Returns the properties of this body and another, rigidly joined.
   *
   * @param other the other body, in the same frame
   * @return the properties of both
   */
  public MassProperties plus(MassProperties other) {
    double sum = mass + other.mass;
    Vec3 center = centerOfMass.times(mass / sum).plus(other.centerOfMass.times(other.mass / sum));
    // parallel axis theorem, both bodies about the common centre
    SymmetricMatrix3 joined =
        inertia
            .plus(SymmetricMatrix3.ofPoint(centerOfMass.minus(center)).times(mass))
            .plus(other.inertia)
            .plus(SymmetricMatrix3.ofPoint(other.centerOfMass.minus(center)).times(other.mass));
    return new MassProperties(sum, center, joined);
  }
}
