package org.dextwin.mechanics.mesh.compare;

/**
 * Squared distance of a point to a triangle.
 *
 * <p><i>References</i>: Ericson 2005, "Real-Time Collision Detection", section 5.1.5 (Voronoi
 * regions of the corners, edges and the face).
 */
final class TriangleDistance {

  private TriangleDistance() {}

  /**
   * Returns a squared distance.
   *
   * @param v coordinates of all corners, shape (n, 3)
   * @param a index of the first corner in that shape; likewise b and c
   * @param x coordinates of the point
   */
  static double squared(double[] v, int a, int b, int c, double x, double y, double z) {
    double abX = v[3 * b] - v[3 * a];
    double abY = v[3 * b + 1] - v[3 * a + 1];
    double abZ = v[3 * b + 2] - v[3 * a + 2];
    double acX = v[3 * c] - v[3 * a];
    double acY = v[3 * c + 1] - v[3 * a + 1];
    double acZ = v[3 * c + 2] - v[3 * a + 2];
    double apX = x - v[3 * a];
    double apY = y - v[3 * a + 1];
    double apZ = z - v[3 * a + 2];
    double d1 = abX * apX + abY * apY + abZ * apZ;
    double d2 = acX * apX + acY * apY + acZ * apZ;
    if (d1 <= 0 && d2 <= 0) {
      return norm(apX, apY, apZ); // corner a
    }
    double bpX = x - v[3 * b];
    double bpY = y - v[3 * b + 1];
    double bpZ = z - v[3 * b + 2];
    double d3 = abX * bpX + abY * bpY + abZ * bpZ;
    double d4 = acX * bpX + acY * bpY + acZ * bpZ;
    if (d3 >= 0 && d4 <= d3) {
      return norm(bpX, bpY, bpZ); // corner b
    }
    double areaC = d1 * d4 - d3 * d2;
    if (areaC <= 0 && d1 >= 0 && d3 <= 0) {
      double s = d1 / (d1 - d3); // edge ab
      return norm(apX - s * abX, apY - s * abY, apZ - s * abZ);
    }
    double cpX = x - v[3 * c];
    double cpY = y - v[3 * c + 1];
    double cpZ = z - v[3 * c + 2];
    double d5 = abX * cpX + abY * cpY + abZ * cpZ;
    double d6 = acX * cpX + acY * cpY + acZ * cpZ;
    if (d6 >= 0 && d5 <= d6) {
      return norm(cpX, cpY, cpZ); // corner c
    }
    double areaB = d5 * d2 - d1 * d6;
    if (areaB <= 0 && d2 >= 0 && d6 <= 0) {
      double s = d2 / (d2 - d6); // edge ac
      return norm(apX - s * acX, apY - s * acY, apZ - s * acZ);
    }
    double areaA = d3 * d6 - d5 * d4;
    if (areaA <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
      double s = (d4 - d3) / (d4 - d3 + d5 - d6); // edge bc
      return norm(bpX + s * (abX - acX), bpY + s * (abY - acY), bpZ + s * (abZ - acZ));
    }
    double sum = areaA + areaB + areaC;
    double s = areaB / sum; // the face
    double t = areaC / sum;
    return norm(apX - s * abX - t * acX, apY - s * abY - t * acY, apZ - s * abZ - t * acZ);
  }

  private static double norm(double x, double y, double z) {
    return x * x + y * y + z * z;
  }
}
