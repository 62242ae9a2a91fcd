package org.dextwin.mechanics.mesh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dextwin.api.math.Vec3;

/**
 * A convex polygon in a plane of space.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param normal unit normal n of the plane
 * @param corners corners, counter-clockwise seen from the side n points to [m]
 */
public record PlanePolygon(Vec3 normal, List<Vec3> corners) {

  /**
   * Copies the list.
   *
   * @param normal unit normal n of the plane
   * @param corners corners, counter-clockwise seen from the side n points to [m]
   */
  public PlanePolygon {
    corners = List.copyOf(corners);
  }

  /**
   * Projects points on a plane and returns their convex hull (Andrew 1979, monotone chain). Points
   * closer than a billionth of the extent count as one: on that grid the turns are exact, so that
   * no rounding of repeated or collinear points leads the chain astray.
   *
   * @param points at least one point [m]
   * @param normal unit normal n of the plane
   * @param offset the plane's distance from the origin along n [m]
   * @return the hull; fewer than three corners if the projections lie on a line
   */
  public static PlanePolygon hullOf(List<Vec3> points, Vec3 normal, double offset) {
    List<GridPoint> sorted = GridPoint.sorted(points, normal);
    List<GridPoint> hull = new ArrayList<>();
    for (GridPoint point : sorted) {
      append(hull, 0, point);
    }
    int lower = hull.size() - 1;
    for (int i = sorted.size() - 2; i >= 0; i--) {
      append(hull, lower, sorted.get(i));
    }
    if (hull.size() > 1) {
      hull.remove(hull.size() - 1);
    }
    return new PlanePolygon(
        normal,
        hull.stream()
            .map(corner -> points.get(corner.index()))
            .map(point -> point.plus(normal.times(offset - normal.dot(point))))
            .toList());
  }

  private static void append(List<GridPoint> chain, int start, GridPoint point) {
    while (chain.size() - start >= 2
        && GridPoint.turn(chain.get(chain.size() - 2), chain.get(chain.size() - 1), point) <= 0) {
      chain.remove(chain.size() - 1);
    }
    chain.add(point);
  }

  /**
   * A point of the plane, rounded to a grid.
   *
   * @param u first coordinate
   * @param v second coordinate, counter-clockwise of the first seen from the side n points to
   * @param index which point it is
   */
  private record GridPoint(long u, long v, int index) {

    /** Half the size of the grid: products of two differences stay below 2^62. */
    private static final double CELLS = 1 << 29;

    /** Returns the points in the order of their coordinates, each place once. */
    static List<GridPoint> sorted(List<Vec3> points, Vec3 normal) {
      Vec3 u = normal.cross(Math.abs(normal.x()) < 0.7 ? Vec3.X : Vec3.Y).normalized();
      Vec3 v = normal.cross(u);
      Vec3 origin = points.get(0);
      double extent = 0;
      for (Vec3 point : points) {
        extent = Math.max(extent, point.distanceTo(origin));
      }
      double scale = extent > 0 ? CELLS / extent : 0;
      List<GridPoint> sorted = new ArrayList<>();
      for (int i = 0; i < points.size(); i++) {
        Vec3 r = points.get(i).minus(origin).times(scale);
        sorted.add(new GridPoint(Math.round(u.dot(r)), Math.round(v.dot(r)), i));
      }
      sorted.sort(
          Comparator.comparingLong(GridPoint::u)
              .thenComparingLong(GridPoint::v)
              .thenComparingInt(GridPoint::index));
      List<GridPoint> once = new ArrayList<>();
      for (GridPoint point : sorted) {
        if (once.isEmpty() || !point.isAt(once.get(once.size() - 1))) {
          once.add(point);
        }
      }
      return once;
    }

    private boolean isAt(GridPoint other) {
      return u == other.u && v == other.v;
    }

    /** Returns a positive number if a, b, c turn counter-clockwise. */
    static long turn(GridPoint a, GridPoint b, GridPoint c) {
      return (b.u - a.u) * (c.v - b.v) - (b.v - a.v) * (c.u - b.u);
    }
  }

  /**
   * Returns the area.
   *
   * @return area [m^2]; zero with fewer than three corners
   */
  public double area() {
    Vec3 sum = Vec3.ZERO;
    for (int i = 0; i < corners.size(); i++) {
      Vec3 a = corners.get(i).minus(corners.get(0));
      Vec3 b = corners.get((i + 1) % corners.size()).minus(corners.get(0));
      sum = sum.plus(a.cross(b));
    }
    return normal.dot(sum) / 2;
  }

  /**
   * Returns the least distance of a point's projection from the lines of the edges.
   *
   * @param point a point [m]; the polygon has at least two corners
   * @return distance [m], negative outside
   */
  public double signedDistanceInside(Vec3 point) {
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
