package org.dextwin.mechanics.mesh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dextwin.api.math.Vec3;

/**
 * A convex polygon in a plane of space.
 *
 * @param normal unit normal n of the plane
 * @param corners corners, counter-clockwise seen from the side n points to
 */
record PlanePolygon(Vec3 normal, List<Vec3> corners) {

  /**
   * Projects points on the plane n x = offset and returns their convex hull (Andrew 1979, monotone
   * chain).
   */
  static PlanePolygon hullOf(List<Vec3> points, Vec3 normal, double offset) {
    Vec3 u = normal.cross(Math.abs(normal.x()) < 0.7 ? Vec3.X : Vec3.Y).normalized();
    Vec3 v = normal.cross(u);
    List<Vec3> sorted =
        points.stream()
            .map(point -> point.plus(normal.times(offset - normal.dot(point))))
            .sorted(Comparator.comparingDouble(u::dot).thenComparingDouble(v::dot))
            .toList();
    List<Vec3> hull = new ArrayList<>();
    for (Vec3 point : sorted) {
      append(hull, 0, point, normal);
    }
    int lower = hull.size() - 1;
    for (int i = sorted.size() - 2; i >= 0; i--) {
      append(hull, lower, sorted.get(i), normal);
    }
    hull.remove(hull.size() - 1);
    return new PlanePolygon(normal, List.copyOf(hull));
  }

  private static void append(List<Vec3> chain, int start, Vec3 point, Vec3 normal) {
    while (chain.size() - start >= 2) {
      Vec3 last = chain.get(chain.size() - 1);
      Vec3 before = chain.get(chain.size() - 2);
      if (normal.dot(last.minus(before).cross(point.minus(last))) > 0) {
        break;
      }
      chain.remove(chain.size() - 1);
    }
    chain.add(point);
  }

  double area() {
    Vec3 sum = Vec3.ZERO;
    for (int i = 0; i < corners.size(); i++) {
      Vec3 a = corners.get(i).minus(corners.get(0));
      Vec3 b = corners.get((i + 1) % corners.size()).minus(corners.get(0));
      sum = sum.plus(a.cross(b));
    }
    return normal.dot(sum) / 2;
  }

  /** Returns the least distance of a point's projection from the edges, negative if outside. */
  double signedDistanceInside(Vec3 point) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < corners.size(); i++) {
      Vec3 a = corners.get(i);
      Vec3 edge = corners.get((i + 1) % corners.size()).minus(a);
      Vec3 inwards = normal.cross(edge).normalized();
      least = Math.min(least, inwards.dot(point.minus(a)));
    }
    return least;
  }
}
