package org.dextwin.mechanics.mesh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dextwin.api.model.TriangleMesh;

/**
 * Makes closed meshes of simple solids, for samples and tests.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class MeshShapes {

  private MeshShapes() {}

  /**
   * Makes a box, centred on the origin.
   *
   * @param sizeX extent along x [m]
   * @param sizeY extent along y [m]
   * @param sizeZ extent along z [m]
   * @return the mesh, 12 triangles
   */
  public static TriangleMesh box(double sizeX, double sizeY, double sizeZ) {
    double x = sizeX / 2;
    double y = sizeY / 2;
    return extrusion(new double[] {-x, -y, x, -y, x, y, -x, y}, sizeZ);
  }

  /**
   * Makes a cylinder about z, centred on the origin.
   *
   * @param radius radius of the round the corners lie on [m]
   * @param length extent along z [m]
   * @param sides number of corners, 3 or more
   * @return the mesh
   */
  public static TriangleMesh cylinder(double radius, double length, int sides) {
    double[] outline = new double[2 * sides];
    for (int i = 0; i < sides; i++) {
      double angle = 2 * Math.PI * i / sides;
      outline[2 * i] = radius * Math.cos(angle);
      outline[2 * i + 1] = radius * Math.sin(angle);
    }
    return extrusion(outline, length);
  }

  /**
   * Makes a ball, centred on the origin, of rings of latitude.
   *
   * @param radius radius of the round the corners lie on [m]
   * @param sides number of corners of a ring, 3 or more; half as many steps from pole to pole
   * @return the mesh
   */
  public static TriangleMesh ball(double radius, int sides) {
    int rings = Math.max(2, sides / 2) - 1;
    double[] vertices = new double[3 * (rings * sides + 2)];
    for (int i = 0; i < rings * sides; i++) {
      double latitude = Math.PI * (i / sides + 1) / (rings + 1);
      double longitude = 2 * Math.PI * (i % sides) / sides;
      vertices[3 * i] = radius * Math.sin(latitude) * Math.cos(longitude);
      vertices[3 * i + 1] = radius * Math.sin(latitude) * Math.sin(longitude);
      vertices[3 * i + 2] = radius * Math.cos(latitude);
    }
    int north = rings * sides;
    vertices[3 * north + 2] = radius;
    vertices[3 * north + 5] = -radius;
    TriangleList triangles = new TriangleList();
    for (int i = 0; i < sides; i++) {
      int next = (i + 1) % sides;
      triangles.add(north, i, next);
      for (int ring = 0; ring + 1 < rings; ring++) {
        int upper = ring * sides;
        int lower = upper + sides;
        triangles.add(upper + i, lower + i, lower + next);
        triangles.add(upper + i, lower + next, upper + next);
      }
      int last = (rings - 1) * sides;
      triangles.add(north + 1, last + next, last + i);
    }
    return new TriangleMesh(vertices, triangles.toArray());
  }

  /**
   * Makes a letter A, standing upright along z and centred on the origin: two slanted legs and a
   * crossbar, with a hole and a notch, so that it is far from convex.
   *
   * @param width extent along x [m]
   * @param height extent along z [m]
   * @param depth extent along y [m]
   * @return the mesh
   */
  public static TriangleMesh letterA(double width, double height, double depth) {
    // outline in units of width and height, x to the right, y upwards: five convex parts that
    // share whole edges, so that only the inner faces drop out when they are joined
    double[][] corners = {
      {-0.5, -0.5}, {-0.25, -0.5}, {0.25, -0.5}, {0.5, -0.5},
      {-0.404, -0.2}, {-0.17, -0.2}, {0.17, -0.2}, {0.404, -0.2},
      {-0.34, 0.0}, {-0.11, 0.0}, {0.11, 0.0}, {0.34, 0.0},
      {-0.18, 0.5}, {0.18, 0.5}, {0.0, 0.35},
    };
    int[][] parts = {
      {0, 1, 5, 4},
      {2, 3, 7, 6},
      {4, 5, 9, 8},
      {6, 7, 11, 10},
      {5, 6, 10, 9},
      {8, 9, 14, 12},
      {10, 11, 13, 14},
      {12, 14, 13},
    };
    double[] plane = new double[2 * corners.length];
    for (int i = 0; i < corners.length; i++) {
      plane[2 * i] = width * corners[i][0];
      plane[2 * i + 1] = height * corners[i][1];
    }
    // the extrusion runs along z; a quarter turn about x stands the letter up
    TriangleMesh lying = extrusion(plane, parts, depth);
    double[] vertices = lying.vertices();
    for (int i = 0; i < vertices.length; i += 3) {
      double y = vertices[i + 1];
      vertices[i + 1] = -vertices[i + 2];
      vertices[i + 2] = y;
    }
    return new TriangleMesh(vertices, lying.triangles());
  }

  /**
   * Extrudes a convex outline along z, centred on the plane z = 0.
   *
   * @param outline corners (x, y) of the outline [m], counter-clockwise, shape (n, 2)
   * @param length extent along z [m]
   * @return the mesh
   */
  public static TriangleMesh extrusion(double[] outline, double length) {
    int[] all = new int[outline.length / 2];
    Arrays.setAll(all, i -> i);
    return extrusion(outline, new int[][] {all}, length);
  }

  /**
   * Extrudes a region of the plane z = 0, given as convex parts that share corners, along z.
   *
   * @param corners corners (x, y) [m], shape (n, 2)
   * @param parts corners of each part, counter-clockwise; neighbours share whole edges
   * @param length extent along z [m], half of it on either side of the plane
   * @return the mesh
   */
  public static TriangleMesh extrusion(double[] corners, int[][] parts, double length) {
    int count = corners.length / 2;
    double[] vertices = new double[6 * count];
    for (int i = 0; i < 2 * count; i++) {
      vertices[3 * i] = corners[2 * (i % count)];
      vertices[3 * i + 1] = corners[2 * (i % count) + 1];
      vertices[3 * i + 2] = i < count ? -length / 2 : length / 2;
    }
    TriangleList triangles = new TriangleList();
    for (int[] part : parts) {
      for (int k = 1; k + 1 < part.length; k++) {
        triangles.add(part[0] + count, part[k] + count, part[k + 1] + count);
        triangles.add(part[0], part[k + 1], part[k]);
      }
    }
    for (int[] edge : rim(parts)) {
      triangles.add(edge[0], edge[1], edge[1] + count);
      triangles.add(edge[0], edge[1] + count, edge[0] + count);
    }
    return new TriangleMesh(vertices, triangles.toArray());
  }

  /** Returns the edges that only one part has. */
  private static List<int[]> rim(int[][] parts) {
    List<int[]> edges = new ArrayList<>();
    for (int[] part : parts) {
      for (int k = 0; k < part.length; k++) {
        int[] edge = {part[k], part[(k + 1) % part.length]};
        boolean inner = edges.removeIf(other -> other[0] == edge[1] && other[1] == edge[0]);
        if (!inner) {
          edges.add(edge);
        }
      }
    }
    return edges;
  }
}
