package org.dextwin.benchmarks;

import org.dextwin.api.model.TriangleMesh;

/** A right prism over a regular polygon, its axis along z. */
final class Prism {

  private Prism() {}

  /** Vertex 2 i is corner i of the base, vertex 2 i + 1 the one above; then both middles. */
  static TriangleMesh mesh(int corners, double radius, double height) {
    double[] points = new double[3 * (2 * corners + 2)];
    int[] triangles = new int[3 * 4 * corners];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      for (int end = 0; end < 2; end++) {
        int k = 3 * (2 * i + end);
        points[k] = radius * Math.cos(angle);
        points[k + 1] = radius * Math.sin(angle);
        points[k + 2] = (end - 0.5) * height;
      }
    }
    int bottom = 2 * corners;
    int top = bottom + 1;
    points[3 * bottom + 2] = -height / 2;
    points[3 * top + 2] = height / 2;
    for (int i = 0; i < corners; i++) {
      int a = 2 * i;
      int b = 2 * ((i + 1) % corners);
      int[] around = {a, b, b + 1, a, b + 1, a + 1, bottom, b, a, top, a + 1, b + 1};
      System.arraycopy(around, 0, triangles, 12 * i, 12);
    }
    return new TriangleMesh(points, triangles);
  }
}
