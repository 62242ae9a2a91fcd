package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.List;
import java.util.TreeSet;
import org.dextwin.api.math.Vec3;

/** Points of a body of which the farthest in a direction is asked for over and over. */
final class SupportPoints {

  /**
   * Directions for which the farthest point is kept. They lie 4.5 degrees apart, so that between
   * them a round of 5 cm radius loses 0.04 mm, a tenth of a tracker's noise.
   */
  private static final int DIRECTIONS = 2000;

  private final double[] points;

  private SupportPoints(double[] points) {
    this.points = points;
  }

  static SupportPoints of(List<Vec3> points) {
    double[] coordinates = new double[3 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      points.get(i).copyTo(coordinates, 3 * i);
    }
    SupportPoints all = new SupportPoints(coordinates);
    return points.size() <= DIRECTIONS ? all : all.thinned();
  }

  /** Keeps the farthest points in evenly spread directions (Fibonacci lattice). */
  private SupportPoints thinned() {
    TreeSet<Integer> kept = new TreeSet<>();
    double golden = Math.PI * (3 - Math.sqrt(5));
    for (int i = 0; i < DIRECTIONS; i++) {
      double z = 1 - (2 * i + 1.0) / DIRECTIONS;
      double r = Math.sqrt(1 - z * z);
      kept.add(farthest(r * Math.cos(golden * i), r * Math.sin(golden * i), z));
    }
    double[] some = new double[3 * kept.size()];
    int count = 0;
    for (int index : kept) {
      System.arraycopy(points, 3 * index, some, 3 * count++, 3);
    }
    return new SupportPoints(some);
  }

  Vec3 point(int index) {
    return Vec3.of(points, 3 * index);
  }

  int farthest(Vec3 direction) {
    return farthest(direction.x(), direction.y(), direction.z());
  }

  private int farthest(double x, double y, double z) {
    int best = 0;
    double reach = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points.length; i += 3) {
      double along = x * points[i] + y * points[i + 1] + z * points[i + 2];
      if (along > reach) {
        reach = along;
        best = i / 3;
      }
    }
    return best;
  }
}
