package org.dextwin.mechanics.mesh.compare;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dextwin.api.model.TriangleMesh;

/**
 * Points that lie evenly on the surface of a mesh: each in a share of the area of its own, at
 * random within it.
 *
 * <p><i>References</i>: Osada, Funkhouser, Chazelle and Dobkin 2002, "Shape distributions", eq. 1
 * (a random point of a triangle).
 */
final class SurfaceSamples {

  private SurfaceSamples() {}

  /** Returns coordinates [m], shape (count, 3). */
  static double[] of(TriangleMesh mesh, int count, long seed) {
    double[] upTo = areas(mesh);
    double total = upTo[upTo.length - 1];
    if (!(total > 0)) {
      throw new IllegalArgumentException("all triangles are flat, so there is no surface");
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] v = mesh.vertices();
    double[] points = new double[3 * count];
    int triangle = 0;
    for (int i = 0; i < count; i++) {
      double area = total * (i + random.nextDouble()) / count;
      while (upTo[triangle] < area && triangle + 1 < upTo.length) {
        triangle++;
      }
      double root = Math.sqrt(random.nextDouble());
      double part = random.nextDouble();
      for (int axis = 0; axis < 3; axis++) {
        points[3 * i + axis] =
            (1 - root) * v[3 * mesh.corner(triangle, 0) + axis]
                + root * (1 - part) * v[3 * mesh.corner(triangle, 1) + axis]
                + root * part * v[3 * mesh.corner(triangle, 2) + axis];
      }
    }
    return points;
  }

  /** Returns the area of a mesh [m2]. */
  static double area(TriangleMesh mesh) {
    double[] upTo = areas(mesh);
    return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
  }

  /** Returns the areas of the triangles up to each one [m2]. */
  private static double[] areas(TriangleMesh mesh) {
    double[] areas = new double[mesh.triangleCount()];
    for (int i = 0; i < areas.length; i++) {
      var a = mesh.vertex(mesh.corner(i, 0));
      var ab = mesh.vertex(mesh.corner(i, 1)).minus(a);
      var ac = mesh.vertex(mesh.corner(i, 2)).minus(a);
      areas[i] = ab.cross(ac).norm() / 2;
    }
    Arrays.parallelPrefix(areas, Double::sum);
    return areas;
  }
}
