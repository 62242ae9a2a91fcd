package org.dextwin.mechanics.demonstration;

import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.mesh.BoundingBox;
import org.dextwin.mechanics.mesh.compare.SurfaceTree;

/**
 * How deep points are in an object. What is inside is told by the winding number, which forgives
 * small holes in its mesh.
 *
 * <p><i>References</i>: van Oosterom and Strackee 1983, "The solid angle of a plane triangle";
 * Jacobson, Kavan and Sorkine-Hornung 2013, "Robust inside-outside segmentation using generalized
 * winding numbers".
 */
final class SolidObject {

  private static final double INSIDE = 0.5;

  private final TriangleMesh mesh;
  private final BoundingBox bounds;
  private final SurfaceTree surface;

  SolidObject(TriangleMesh mesh) {
    this.mesh = mesh;
    bounds = BoundingBox.of(mesh);
    surface = new SurfaceTree(mesh);
  }

  /** Whether a ball may meet the object. */
  boolean mayMeet(Vec3 centre, double radius) {
    return centre.x() >= bounds.lower().x() - radius
        && centre.y() >= bounds.lower().y() - radius
        && centre.z() >= bounds.lower().z() - radius
        && centre.x() <= bounds.upper().x() + radius
        && centre.y() <= bounds.upper().y() + radius
        && centre.z() <= bounds.upper().z() + radius;
  }

  /** Distance of a point from the surface [m], if it is inside; zero outside. */
  double depth(Vec3 p) {
    return mayMeet(p, 0) && Math.abs(windingNumber(p)) > INSIDE
        ? Math.sqrt(surface.squaredDistance(p.x(), p.y(), p.z()))
        : 0;
  }

  private double windingNumber(Vec3 p) {
    double sum = 0;
    for (int t = 0; t < mesh.triangleCount(); t++) {
      Vec3 a = mesh.vertex(mesh.corner(t, 0)).minus(p);
      Vec3 b = mesh.vertex(mesh.corner(t, 1)).minus(p);
      Vec3 c = mesh.vertex(mesh.corner(t, 2)).minus(p);
      // tan(omega / 2) = a . (b x c) / (abc + (a . b) c + (b . c) a + (c . a) b)
      double below =
          a.norm() * b.norm() * c.norm()
              + a.dot(b) * c.norm()
              + b.dot(c) * a.norm()
              + c.dot(a) * b.norm();
      sum += 2 * Math.atan2(a.dot(b.cross(c)), below);
    }
    return sum / (4 * Math.PI);
  }
}
