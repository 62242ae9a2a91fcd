package org.dextwin.mechanics.mesh;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.dextwin.api.model.TriangleMesh;

/**
 * Joins vertices at the same place, so that triangles share them by index, as a file of loose
 * triangles (STL) does not.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class VertexWelder {

  private VertexWelder() {}

  /**
   * Joins vertices with equal coordinates and drops triangles that lose a corner by it.
   *
   * @param mesh the mesh
   * @return the welded mesh; vertices keep the order of their first appearance
   */
  public static TriangleMesh weld(TriangleMesh mesh) {
    Map<Place, Integer> places = new HashMap<>(2 * mesh.vertexCount());
    double[] vertices = mesh.vertices();
    int[] welded = new int[mesh.vertexCount()];
    int count = 0;
    for (int i = 0; i < welded.length; i++) {
      // + 0.0 turns -0.0 into 0.0, which a record holds for different
      Place place =
          new Place(vertices[3 * i] + 0.0, vertices[3 * i + 1] + 0.0, vertices[3 * i + 2] + 0.0);
      Integer known = places.putIfAbsent(place, count);
      if (known == null) {
        System.arraycopy(vertices, 3 * i, vertices, 3 * count, 3);
        welded[i] = count++;
      } else {
        welded[i] = known;
      }
    }
    return new TriangleMesh(Arrays.copyOf(vertices, 3 * count), renamed(mesh, welded));
  }

  /**
   * Joins vertices closer than a tolerance to an earlier one, found through a grid of that width,
   * and drops triangles that lose a corner by it.
   *
   * @param mesh the mesh
   * @param tolerance largest distance of joined vertices [m]
   * @return the welded mesh; joined vertices take the place of the first
   */
  public static TriangleMesh weld(TriangleMesh mesh, double tolerance) {
    if (!(tolerance > 0) || Double.isInfinite(tolerance)) {
      throw new IllegalArgumentException(
          "welding tolerance is " + tolerance + " m; it must be positive");
    }
    double[] vertices = mesh.vertices();
    int[] welded = new int[mesh.vertexCount()];
    int[] nextInCell = new int[mesh.vertexCount()];
    Map<Cell, Integer> cells = new HashMap<>(2 * mesh.vertexCount());
    int count = 0;
    for (int i = 0; i < welded.length; i++) {
      Cell cell = Cell.of(vertices, i, tolerance);
      int known = nearby(cells, nextInCell, vertices, cell, i, tolerance);
      if (known < 0) {
        System.arraycopy(vertices, 3 * i, vertices, 3 * count, 3);
        Integer head = cells.put(cell, count);
        nextInCell[count] = head == null ? -1 : head;
        known = count++;
      }
      welded[i] = known;
    }
    return new TriangleMesh(Arrays.copyOf(vertices, 3 * count), renamed(mesh, welded));
  }

  private static int nearby(
      Map<Cell, Integer> cells,
      int[] nextInCell,
      double[] vertices,
      Cell cell,
      int vertex,
      double tolerance) {
    for (int neighbour = 0; neighbour < 27; neighbour++) {
      Integer head =
          cells.get(cell.moved(neighbour % 3 - 1, neighbour / 3 % 3 - 1, neighbour / 9 - 1));
      for (int i = head == null ? -1 : head; i >= 0; i = nextInCell[i]) {
        double dx = vertices[3 * i] - vertices[3 * vertex];
        double dy = vertices[3 * i + 1] - vertices[3 * vertex + 1];
        double dz = vertices[3 * i + 2] - vertices[3 * vertex + 2];
        if (dx * dx + dy * dy + dz * dz <= tolerance * tolerance) {
          return i;
        }
      }
    }
    return -1;
  }

  private static int[] renamed(TriangleMesh mesh, int[] welded) {
    int[] triangles = new int[3 * mesh.triangleCount()];
    int count = 0;
    for (int t = 0; t < mesh.triangleCount(); t++) {
      int a = welded[mesh.corner(t, 0)];
      int b = welded[mesh.corner(t, 1)];
      int c = welded[mesh.corner(t, 2)];
      if (a != b && b != c && c != a) {
        triangles[count++] = a;
        triangles[count++] = b;
        triangles[count++] = c;
      }
    }
    return Arrays.copyOf(triangles, count);
  }

  private record Place(double x, double y, double z) {}

  private record Cell(long x, long y, long z) {

    static Cell of(double[] vertices, int vertex, double width) {
      return new Cell(
          (long) Math.floor(vertices[3 * vertex] / width),
          (long) Math.floor(vertices[3 * vertex + 1] / width),
          (long) Math.floor(vertices[3 * vertex + 2] / width));
    }

    Cell moved(int dx, int dy, int dz) {
      return new Cell(x + dx, y + dy, z + dz);
    }
  }
}
