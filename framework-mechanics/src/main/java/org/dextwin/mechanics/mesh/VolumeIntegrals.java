package org.dextwin.mechanics.mesh;

import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.TriangleMesh;

/**
 * Volume, centroid and second moments of the solid inside a closed mesh: sums over the tetrahedra
 * between its triangles and the middle of its bounding box, signed by the triangles' orientation.
 *
 * @param volume signed volume [m^3]
 * @param centroid centre of the volume, in the mesh frame [m]
 * @param moments integral of (x - c)(x - c)^T over the volume, c the centroid [m^5]
 */
record VolumeIntegrals(double volume, Vec3 centroid, SymmetricMatrix3 moments) {

  static VolumeIntegrals of(TriangleMesh mesh) {
    // near the mesh, so that the signed volumes are small and cancel little
    Vec3 apex = BoundingBox.of(mesh).center();
    double volume = 0;
    Vec3 first = Vec3.ZERO;
    double[] second = new double[6];
    for (int t = 0; t < mesh.triangleCount(); t++) {
      Vec3 a = mesh.vertex(mesh.corner(t, 0)).minus(apex);
      Vec3 b = mesh.vertex(mesh.corner(t, 1)).minus(apex);
      Vec3 c = mesh.vertex(mesh.corner(t, 2)).minus(apex);
      Vec3 sum = a.plus(b).plus(c);
      double determinant = a.dot(b.cross(c));
      // tetrahedron (0, a, b, c): volume det/6, integral of x = det/24 (a + b + c),
      // integral of x x^T = det/120 (a a^T + b b^T + c c^T + s s^T) with s = a + b + c
      volume += determinant / 6;
      first = first.plus(sum.times(determinant / 24));
      addSquare(second, a, determinant / 120);
      addSquare(second, b, determinant / 120);
      addSquare(second, c, determinant / 120);
      addSquare(second, sum, determinant / 120);
    }
    if (volume == 0) {
      return new VolumeIntegrals(0, apex, SymmetricMatrix3.diagonal(0, 0, 0));
    }
    Vec3 centroid = first.times(1 / volume);
    addSquare(second, centroid, -volume); // parallel axis theorem
    return new VolumeIntegrals(
        volume,
        centroid.plus(apex),
        new SymmetricMatrix3(second[0], second[1], second[2], second[3], second[4], second[5]));
  }

  private static void addSquare(double[] sum, Vec3 v, double weight) {
    sum[0] += weight * v.x() * v.x();
    sum[1] += weight * v.y() * v.y();
    sum[2] += weight * v.z() * v.z();
    sum[3] += weight * v.x() * v.y();
    sum[4] += weight * v.x() * v.z();
    sum[5] += weight * v.y() * v.z();
  }

  /** Spreads a mass over the volume: inertia = density (trace(M) 1 - M). */
  MassProperties massProperties(double mass) {
    SymmetricMatrix3 m = moments.times(mass / volume);
    return new MassProperties(
        mass,
        centroid,
        new SymmetricMatrix3(
            m.yy() + m.zz(), m.xx() + m.zz(), m.xx() + m.yy(), -m.xy(), -m.xz(), -m.yz()));
  }
}
