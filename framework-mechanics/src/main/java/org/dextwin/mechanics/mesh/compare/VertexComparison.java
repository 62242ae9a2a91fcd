package org.dextwin.mechanics.mesh.compare;

import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;

/**
 * Figures in the manner of RoboStudio, which holds vertex against vertex of the same number. They
 * say nothing of the surfaces: the same surface with its vertices in another order is far apart.
 *
 * <p>RoboStudio's public code moves each mesh to its centroid and enlarges it 400 times before it
 * takes the mean square over all coordinates; a mesh of more than 30 000 vertices it thins out
 * first, which is not done here. Its F-score counts coordinates that are equal to the last digit;
 * its paper names a tolerance of 1e-5. Here a vertex counts if it is no farther than the tolerance.
 *
 * <p><i>Thread safety</i>: immutable. <i>References</i>: Lou et al. 2024, "Robo-GS / RoboStudio",
 * Table I, and its public code.
 *
 * @param vertices vertices of each mesh
 * @param tolerance distance up to which a vertex counts as met [m]
 * @param meanSquare mean squared difference of coordinates as they stand [m2]
 * @param meanSquareEnlarged the same of centred meshes, 400 times as large [(m * 400)2]
 * @param fScore part of the vertices that are met
 */
public record VertexComparison(
    int vertices, double tolerance, double meanSquare, double meanSquareEnlarged, double fScore) {

  /** The tolerance of RoboStudio's paper, which names no unit. */
  public static final double PAPER_TOLERANCE = 1e-5;

  private static final double ENLARGED = 400;

  /**
   * Compares two meshes.
   *
   * @param a a mesh
   * @param b a mesh with as many vertices
   * @param tolerance distance up to which a vertex counts as met [m]
   * @return the comparison
   * @throws IllegalArgumentException if the meshes differ in the number of vertices
   */
  public static VertexComparison of(TriangleMesh a, TriangleMesh b, double tolerance) {
    if (a.vertexCount() != b.vertexCount()) {
      throw new IllegalArgumentException(
          "the meshes have "
              + a.vertexCount()
              + " and "
              + b.vertexCount()
              + " vertices; vertices of the same number cannot be compared");
    }
    Vec3 apart = centroid(a).minus(centroid(b));
    double sum = 0;
    double sumCentred = 0;
    long met = 0;
    for (int i = 0; i < a.vertexCount(); i++) {
      Vec3 difference = a.vertex(i).minus(b.vertex(i));
      Vec3 centred = difference.minus(apart);
      sum += difference.dot(difference);
      sumCentred += centred.dot(centred);
      met += difference.norm() <= tolerance ? 1 : 0;
    }
    double coordinates = 3.0 * a.vertexCount();
    return new VertexComparison(
        a.vertexCount(),
        tolerance,
        sum / coordinates,
        ENLARGED * ENLARGED * sumCentred / coordinates,
        (double) met / a.vertexCount());
  }

  /** Returns the centroid of the surface; of a mesh without area, that of its vertices. */
  private static Vec3 centroid(TriangleMesh mesh) {
    Vec3 sum = Vec3.ZERO;
    double area = 0;
    for (int i = 0; i < mesh.triangleCount(); i++) {
      Vec3 a = mesh.vertex(mesh.corner(i, 0));
      Vec3 b = mesh.vertex(mesh.corner(i, 1));
      Vec3 c = mesh.vertex(mesh.corner(i, 2));
      double twice = b.minus(a).cross(c.minus(a)).norm();
      sum = sum.plus(a.plus(b).plus(c).times(twice / 3));
      area += twice;
    }
    if (area > 0) {
      return sum.times(1 / area);
    }
    for (int i = 0; i < mesh.vertexCount(); i++) {
      sum = sum.plus(mesh.vertex(i));
    }
    return sum.times(1.0 / mesh.vertexCount());
  }
}
