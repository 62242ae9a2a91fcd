package org.dextwin.mechanics.mesh;

import java.util.Arrays;
import org.dextwin.api.math.DimensionMismatchException;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.TriangleMesh;

/**
 * Mass properties of rigidly joined particles.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state. <i>References</i>: Lou et al. 2025 (D-REX),
 * Eq. 12 (centre of mass) and Eq. 13 (inertia).
 */
public final class ParticleMass {

  private ParticleMass() {}

  /**
   * Returns the mass properties of particles.
   *
   * @param positions positions [m], row-major, shape (n, 3)
   * @param masses masses [kg], shape (n), none negative
   * @return mass, centre of mass and inertia in the frame of the positions
   * @throws DimensionMismatchException if the lengths do not fit
   * @throws IllegalArgumentException if a mass is negative or NaN, or the particles do not span
   *     space, so that their inertia is singular
   */
  public static MassProperties of(double[] positions, double[] masses) {
    if (positions.length != 3 * masses.length) {
      throw new DimensionMismatchException(
          "particle positions", 3 * masses.length, positions.length);
    }
    double mass = 0;
    Vec3 weighted = Vec3.ZERO;
    for (int i = 0; i < masses.length; i++) {
      if (!(masses[i] >= 0)) {
        throw new IllegalArgumentException(
            "particle " + i + " has the mass " + masses[i] + " kg; it must be 0 or more");
      }
      mass += masses[i];
      weighted = weighted.plus(Vec3.of(positions, 3 * i).times(masses[i]));
    }
    if (!(mass > 0)) {
      throw new IllegalArgumentException("the particles have no mass");
    }
    Vec3 center = weighted.times(1 / mass); // Eq. 12
    SymmetricMatrix3 inertia = SymmetricMatrix3.diagonal(0, 0, 0);
    for (int i = 0; i < masses.length; i++) {
      Vec3 r = Vec3.of(positions, 3 * i).minus(center);
      inertia = inertia.plus(SymmetricMatrix3.ofPoint(r).times(masses[i])); // Eq. 13
    }
    return new MassProperties(mass, center, inertia);
  }

  /**
   * Returns the mass properties of particles of equal mass at the vertices of a mesh.
   *
   * @param mesh a mesh whose vertices do not lie on a line
   * @param mass mass of all particles together [kg]
   * @return mass, centre of mass and inertia in the mesh frame
   */
  public static MassProperties atVertices(TriangleMesh mesh, double mass) {
    double[] masses = new double[mesh.vertexCount()];
    Arrays.fill(masses, mass / masses.length);
    return of(mesh.vertices(), masses);
  }
}
