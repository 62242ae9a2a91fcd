package org.dextwin.task.grasp.internal.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Shape;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.mesh.ConvexHull;
import org.dextwin.mechanics.mesh.MeshShapes;

/**
 * The surface of an object as engines touch it: the union of its collision shapes, a mesh counting
 * as its convex hull. Parts of a shape that lie inside another one are no surface.
 *
 * <p><i>Thread safety</i>: immutable. <i>References</i>: Moeller and Trumbore 1997, "Fast, minimum
 * storage ray/triangle intersection".
 */
public final class Surface {

  private static final int SIDES = 48;
  private static final double PARALLEL = 1e-14;

  /** What lies this far behind the surface is inside [m]. */
  private static final double SKIN = 1e-5;

  private static final int DRAWS_PER_POINT = 1000;

  private final List<Vec3[]> triangles = new ArrayList<>();
  private final List<Vec3> normals = new ArrayList<>();
  private final List<Integer> owners = new ArrayList<>();
  private final double[] cumulativeArea;

  /**
   * A point of the surface.
   *
   * @param position where it is, in the object's frame [m]
   * @param normal unit normal, outwards
   */
  public record Point(Vec3 position, Vec3 normal) {}

  /**
   * Meshes the shapes.
   *
   * @param colliders collision shapes of an object; no planes
   */
  public Surface(List<Collider> colliders) {
    for (int i = 0; i < colliders.size(); i++) {
      Collider collider = colliders.get(i);
      Pose X_OS = new Pose("object", "shape", collider.position(), collider.rotation());
      TriangleMesh mesh = mesh(collider.shape());
      for (int t = 0; t < mesh.triangleCount(); t++) {
        Vec3 a = X_OS.transform(mesh.vertex(mesh.corner(t, 0)));
        Vec3 b = X_OS.transform(mesh.vertex(mesh.corner(t, 1)));
        Vec3 c = X_OS.transform(mesh.vertex(mesh.corner(t, 2)));
        Vec3 n = b.minus(a).cross(c.minus(a));
        if (n.norm() > PARALLEL) {
          triangles.add(new Vec3[] {a, b, c});
          normals.add(n.normalized());
          owners.add(i);
        }
      }
    }
    cumulativeArea = new double[triangles.size()];
    double sum = 0;
    for (int t = 0; t < cumulativeArea.length; t++) {
      Vec3[] corner = triangles.get(t);
      sum += corner[1].minus(corner[0]).cross(corner[2].minus(corner[0])).norm() / 2;
      cumulativeArea[t] = sum;
    }
  }

  private static TriangleMesh mesh(Shape shape) {
    if (shape instanceof Shape.Box box) {
      return MeshShapes.box(2 * box.halfX(), 2 * box.halfY(), 2 * box.halfZ());
    } else if (shape instanceof Shape.Cylinder cylinder) {
      return MeshShapes.cylinder(cylinder.radius(), 2 * cylinder.halfLength(), SIDES);
    } else if (shape instanceof Shape.Sphere sphere) {
      return MeshShapes.ball(sphere.radius(), SIDES);
    } else if (shape instanceof Shape.Mesh mesh) {
      return ConvexHull.of(mesh.mesh()).mesh();
    }
    throw new IllegalArgumentException("no surface of a " + shape.getClass().getSimpleName());
  }

  /**
   * Draws a point evenly over the surface.
   *
   * @param random source of randomness
   * @return the point
   */
  public Point sample(RandomGenerator random) {
    for (int draw = 0; draw < DRAWS_PER_POINT; draw++) {
      double area = random.nextDouble() * cumulativeArea[cumulativeArea.length - 1];
      int found = Arrays.binarySearch(cumulativeArea, area);
      int t = Math.min(found < 0 ? -found - 1 : found, cumulativeArea.length - 1);
      Vec3[] corner = triangles.get(t);
      double u = random.nextDouble();
      double v = random.nextDouble();
      if (u + v > 1) {
        u = 1 - u;
        v = 1 - v;
      }
      Vec3 position =
          corner[0]
              .plus(corner[1].minus(corner[0]).times(u))
              .plus(corner[2].minus(corner[0]).times(v));
      if (!isInside(position.plus(normals.get(t).times(SKIN)))) {
        return new Point(position, normals.get(t));
      }
    }
    throw new IllegalStateException("the shapes of the object enclose one another entirely");
  }

  /**
   * Finds where a ray first meets the surface from outside.
   *
   * @param from start of the ray [m]
   * @param direction unit direction
   * @return the nearest point in front of the start; empty if the ray passes by
   */
  public Optional<Point> hit(Vec3 from, Vec3 direction) {
    double nearest = Double.POSITIVE_INFINITY;
    int hit = -1;
    for (int t = 0; t < triangles.size(); t++) {
      if (normals.get(t).dot(direction) >= 0) {
        continue; // leaves the shape
      }
      double distance = distance(triangles.get(t), from, direction);
      if (distance >= 0 && distance < nearest) {
        nearest = distance;
        hit = t;
      }
    }
    return hit < 0
        ? Optional.empty()
        : Optional.of(new Point(from.plus(direction.times(nearest)), normals.get(hit)));
  }

  /** A point is inside a convex shape if it is behind all its faces. */
  private boolean isInside(Vec3 point) {
    int t = 0;
    while (t < triangles.size()) {
      int owner = owners.get(t);
      boolean inside = true;
      for (; t < triangles.size() && owners.get(t) == owner; t++) {
        inside &= normals.get(t).dot(point.minus(triangles.get(t)[0])) < -SKIN / 2;
      }
      if (inside) {
        return true;
      }
    }
    return false;
  }

  private static double distance(Vec3[] corner, Vec3 from, Vec3 direction) {
    Vec3 e1 = corner[1].minus(corner[0]);
    Vec3 e2 = corner[2].minus(corner[0]);
    Vec3 p = direction.cross(e2);
    double determinant = e1.dot(p);
    if (Math.abs(determinant) < PARALLEL) {
      return -1;
    }
    Vec3 s = from.minus(corner[0]);
    double u = s.dot(p) / determinant;
    Vec3 q = s.cross(e1);
    double v = direction.dot(q) / determinant;
    boolean inside = u >= 0 && v >= 0 && u + v <= 1;
    return inside ? e2.dot(q) / determinant : -1;
  }

  /**
   * Returns the lowest point.
   *
   * @return its z [m]
   */
  public double lowest() {
    return triangles.stream()
        .flatMap(Arrays::stream)
        .mapToDouble(Vec3::z)
        .min()
        .orElseThrow(() -> new IllegalStateException("no surface"));
  }

  /**
   * Returns how far the surface reaches from a point.
   *
   * @param center the point [m]
   * @return distance of the farthest corner [m]
   */
  public double reach(Vec3 center) {
    return triangles.stream()
        .flatMap(Arrays::stream)
        .mapToDouble(center::distanceTo)
        .max()
        .orElseThrow(() -> new IllegalStateException("no surface"));
  }
}
