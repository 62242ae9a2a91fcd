package org.dextwin.mechanics.mesh;

import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;

/**
 * What a surface lacks to be closed. The area vectors of a closed surface sum to zero, so that
 * minus their sum is the area vector of what is missing: it points out of the hole, and its length
 * is the hole's area seen from there.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param missingArea outward area vector of the missing faces [m^2]
 * @param surfaceArea area of the faces that are there [m^2]
 */
public record OpenRim(Vec3 missingArea, double surfaceArea) {

  /**
   * Sums the area vectors of a mesh.
   *
   * @param mesh a mesh whose triangles are counter-clockwise seen from outside
   * @return the sums
   */
  public static OpenRim of(TriangleMesh mesh) {
    Vec3 sum = Vec3.ZERO;
    double surface = 0;
    for (int t = 0; t < mesh.triangleCount(); t++) {
      Vec3 a = mesh.vertex(mesh.corner(t, 0));
      Vec3 ab = mesh.vertex(mesh.corner(t, 1)).minus(a);
      Vec3 area = ab.cross(mesh.vertex(mesh.corner(t, 2)).minus(a)).times(0.5);
      sum = sum.plus(area);
      surface += area.norm();
    }
    return new OpenRim(sum.negated(), surface);
  }

  /**
   * Returns how much of the surface is missing on one side.
   *
   * @param direction a unit vector, outwards
   * @return missing area seen from there per surface area; negative if the hole is on the other
   *     side
   */
  public double shareTowards(Vec3 direction) {
    return surfaceArea > 0 ? missingArea.dot(direction) / surfaceArea : 0;
  }
}
