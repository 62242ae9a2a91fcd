package org.dextwin.sim.semiimplicit.internal.contact;

import java.util.Arrays;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.mesh.ConvexHull;

/**
 * The convex hull of a mesh, by the planes of its faces. Inside, this is the distance from the
 * surface; outside it is a lower bound, which is enough to tell that points do not touch.
 *
 * <p><i>Thread safety</i>: immutable.
 */
final class HullField implements DistanceField {

  /** Unit normal and offset of every face, shape (faces, 4). */
  private final double[] planes;

  HullField(TriangleMesh mesh) {
    TriangleMesh hull = ConvexHull.of(mesh).mesh();
    this.planes = new double[4 * hull.triangleCount()];
    for (int t = 0; t < hull.triangleCount(); t++) {
      Vec3 a = hull.vertex(hull.corner(t, 0));
      Vec3 b = hull.vertex(hull.corner(t, 1));
      Vec3 c = hull.vertex(hull.corner(t, 2));
      Vec3 normal = b.minus(a).cross(c.minus(a)).normalized();
      normal.copyTo(planes, 4 * t);
      planes[4 * t + 3] = normal.dot(a);
    }
  }

  private double height(int plane, double[] y) {
    return planes[plane] * y[0]
        + planes[plane + 1] * y[1]
        + planes[plane + 2] * y[2]
        - planes[plane + 3];
  }

  /** Index of the plane that the point is farthest above. */
  private int nearest(double[] y) {
    int nearest = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int plane = 0; plane < planes.length; plane += 4) {
      double height = height(plane, y);
      if (height > highest) {
        highest = height;
        nearest = plane;
      }
    }
    return nearest;
  }

  @Override
  public double distance(double[] y, double reach) {
    return height(nearest(y), y);
  }

  @Override
  public double gradient(double[] y, double reach, double[] g, int ig) {
    int plane = nearest(y);
    System.arraycopy(planes, plane, g, ig, 3);
    return height(plane, y);
  }

  @Override
  public void hessian(double[] y, double reach, double[] in, double[] out) {
    Arrays.fill(out, 0);
  }
}
