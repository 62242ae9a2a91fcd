package org.dextwin.api.model;

import java.util.Arrays;
import org.dextwin.api.math.Vec3;

/**
 * A triangle mesh in its own frame: vertices [m], and triangles as counter-clockwise vertex indices
 * seen from outside.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class TriangleMesh {

  private final double[] vertices;
  private final int[] triangles;

  /**
   * Copies and checks the arrays.
   *
   * @param vertices coordinates [m], row-major, shape (n, 3)
   * @param triangles vertex indices, row-major, shape (m, 3)
   * @throws IllegalArgumentException if a length is no multiple of three, a coordinate is not
   *     finite, or an index is out of range
   */
  public TriangleMesh(double[] vertices, int[] triangles) {
    if (vertices.length % 3 != 0 || triangles.length % 3 != 0) {
      throw new IllegalArgumentException(
          "mesh arrays have lengths "
              + vertices.length
              + " and "
              + triangles.length
              + "; both must be multiples of 3");
    }
    for (int i = 0; i < vertices.length; i++) {
      if (!Double.isFinite(vertices[i])) {
        throw new IllegalArgumentException(
            "vertex " + i / 3 + " has the coordinate " + vertices[i] + "; it must be finite");
      }
    }
    int count = vertices.length / 3;
    for (int i = 0; i < triangles.length; i++) {
      if (triangles[i] < 0 || triangles[i] >= count) {
        throw new IllegalArgumentException(
            "triangle "
                + i / 3
                + " names vertex "
                + triangles[i]
                + "; the mesh has vertices 0 to "
                + (count - 1));
      }
    }
    this.vertices = vertices.clone();
    this.triangles = triangles.clone();
  }

  /**
   * Returns how many vertices the mesh has.
   *
   * @return the number of vertices
   */
  public int vertexCount() {
    return vertices.length / 3;
  }

  /**
   * Returns how many triangles the mesh has.
   *
   * @return the number of triangles
   */
  public int triangleCount() {
    return triangles.length / 3;
  }

  /**
   * Returns one vertex.
   *
   * @param index its index
   * @return its position in the mesh frame [m]
   */
  public Vec3 vertex(int index) {
    return Vec3.of(vertices, 3 * index);
  }

  /**
   * Returns one corner of a triangle.
   *
   * @param triangle index of the triangle
   * @param corner 0, 1 or 2
   * @return index of the vertex
   */
  public int corner(int triangle, int corner) {
    return triangles[3 * triangle + corner];
  }

  /**
   * Returns a copy of all coordinates.
   *
   * @return coordinates [m], row-major, shape (n, 3)
   */
  public double[] vertices() {
    return vertices.clone();
  }

  /**
   * Returns a copy of all triangles.
   *
   * @return vertex indices, row-major, shape (m, 3)
   */
  public int[] triangles() {
    return triangles.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TriangleMesh mesh
        && Arrays.equals(vertices, mesh.vertices)
        && Arrays.equals(triangles, mesh.triangles);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(vertices) + Arrays.hashCode(triangles);
  }

  @Override
  public String toString() {
    return "TriangleMesh[" + vertexCount() + " vertices, " + triangleCount() + " triangles]";
  }
}
