package org.dextwin.mechanics.format;

import java.util.Arrays;
import org.dextwin.api.model.TriangleMesh;

/**
 * Collects vertices and triangles; polygons become fans round their first corner. Refuses more than
 * {@value #MAX_TRIANGLES} triangles or {@value #MAX_VERTICES} vertices, which a small file of text
 * can ask for.
 */
final class MeshBuilder {

  static final int MAX_TRIANGLES = 6_000_000;
  static final int MAX_VERTICES = 3 * MAX_TRIANGLES;

  private final MeshSource source;
  private double[] vertices;
  private int vertexLength;
  private int[] triangles;
  private int triangleLength;
  private int first;
  private int previous;
  private int polygonCorners;

  MeshBuilder(MeshSource source, int expectedVertices, int expectedTriangles) {
    this.source = source;
    vertices = new double[Math.max(48, 3 * expectedVertices)];
    triangles = new int[Math.max(48, 3 * expectedTriangles)];
  }

  void addVertex(double x, double y, double z) {
    if (vertexLength == vertices.length) {
      requireFewer("vertices", MAX_VERTICES, vertexCount());
      vertices = Arrays.copyOf(vertices, Math.min(3 * MAX_VERTICES, grown(vertexLength)));
    }
    vertices[vertexLength++] = x;
    vertices[vertexLength++] = y;
    vertices[vertexLength++] = z;
  }

  int vertexCount() {
    return vertexLength / 3;
  }

  void beginPolygon() {
    polygonCorners = 0;
  }

  void addCorner(int vertex) {
    if (polygonCorners == 0) {
      first = vertex;
    } else if (polygonCorners > 1) {
      addTriangle(first, previous, vertex);
    }
    previous = vertex;
    polygonCorners++;
  }

  void addTriangle(int a, int b, int c) {
    if (triangleLength == triangles.length) {
      requireFewer("triangles", MAX_TRIANGLES, triangleLength / 3);
      triangles = Arrays.copyOf(triangles, Math.min(3 * MAX_TRIANGLES, grown(triangleLength)));
    }
    triangles[triangleLength++] = a;
    triangles[triangleLength++] = b;
    triangles[triangleLength++] = c;
  }

  private void requireFewer(String what, int most, int count) {
    if (count >= most) {
      throw source.problem(
          "it holds more than " + most + " " + what + "; reduce the mesh in a mesh editor");
    }
  }

  private static int grown(int length) {
    return 3 * (length / 3 + length / 6 + 1); // a multiple of three, by half
  }

  TriangleMesh build() {
    return new TriangleMesh(
        Arrays.copyOf(vertices, vertexLength), Arrays.copyOf(triangles, triangleLength));
  }
}
