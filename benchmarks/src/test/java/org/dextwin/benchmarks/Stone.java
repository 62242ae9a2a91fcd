package org.dextwin.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;

/**
 * A bumpy ellipsoid with any number of vertices: a grid on the faces of a cube, blown up to a
 * sphere, and then every direction scaled by its own radius.
 */
final class Stone {

  /** Fewest vertices: those of a cube with one more in the middle of each edge and face. */
  private static final int SMALLEST = 26;

  private final List<Vec3> directions = new ArrayList<>();
  private final List<int[]> triangles = new ArrayList<>();

  private Stone(int vertices) {
    if (vertices < SMALLEST) {
      throw new IllegalArgumentException(
          "a stone of " + vertices + " vertices; it needs " + SMALLEST);
    }
    int n = 2;
    while (6 * (n + 1) * (n + 1) + 2 <= vertices) {
      n++;
    }
    addCube(n);
    splitTriangles(vertices - directions.size());
  }

  /**
   * Returns a stone of 10 x 8 x 6 cm with bumps of a few millimetres.
   *
   * @param vertices how many vertices it has
   */
  static TriangleMesh mesh(int vertices) {
    Stone stone = new Stone(vertices);
    double[] points = new double[3 * vertices];
    for (int i = 0; i < vertices; i++) {
      Vec3 d = stone.directions.get(i);
      Vec3 point = new Vec3(0.05 * d.x(), 0.04 * d.y(), 0.03 * d.z()).times(bump(d));
      point.copyTo(points, 3 * i);
    }
    return new TriangleMesh(
        points, stone.triangles.stream().flatMapToInt(Arrays::stream).toArray());
  }

  private static double bump(Vec3 d) {
    return 1
        + 0.06 * Math.sin(5 * d.x() + 1) * Math.sin(4 * d.y()) * Math.sin(6 * d.z() + 2)
        + 0.02 * Math.sin(11 * d.x()) * Math.cos(9 * d.y() + d.z());
  }

  /** A grid of n squares along each edge of the cube [-1, 1]^3, as directions. */
  private void addCube(int n) {
    Map<Vec3, Integer> known = new HashMap<>();
    for (int axis = 0; axis < 3; axis++) {
      for (int side = -1; side <= 1; side += 2) {
        int[][] grid = new int[n + 1][n + 1];
        for (int i = 0; i <= n; i++) {
          for (int j = 0; j <= n; j++) {
            // swapping the two directions on one side keeps the triangles counter-clockwise
            Vec3 corner = cyclic(axis, side, step(side > 0 ? i : j, n), step(side > 0 ? j : i, n));
            grid[i][j] = known.computeIfAbsent(corner, this::add);
          }
        }
        addSquares(grid, n);
      }
    }
  }

  private void addSquares(int[][] grid, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        triangles.add(new int[] {grid[i][j], grid[i + 1][j], grid[i + 1][j + 1]});
        triangles.add(new int[] {grid[i][j], grid[i + 1][j + 1], grid[i][j + 1]});
      }
    }
  }

  private static double step(int i, int n) {
    return (2.0 * i - n) / n;
  }

  private static Vec3 cyclic(int axis, double a, double b, double c) {
    return switch (axis) {
      case 0 -> new Vec3(a, b, c);
      case 1 -> new Vec3(c, a, b);
      default -> new Vec3(b, c, a);
    };
  }

  private int add(Vec3 direction) {
    directions.add(direction.normalized());
    return directions.size() - 1;
  }

  /** Puts a vertex into the middle of each of the first triangles. */
  private void splitTriangles(int count) {
    for (int i = 0; i < count; i++) {
      int[] t = triangles.get(i);
      int middle = add(directions.get(t[0]).plus(directions.get(t[1])).plus(directions.get(t[2])));
      triangles.set(i, new int[] {t[0], t[1], middle});
      triangles.add(new int[] {t[1], t[2], middle});
      triangles.add(new int[] {t[2], t[0], middle});
    }
  }
}
