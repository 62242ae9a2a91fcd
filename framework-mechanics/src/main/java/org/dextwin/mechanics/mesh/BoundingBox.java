package org.dextwin.mechanics.mesh;

import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;

/**
 * A box along the axes of the mesh frame.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param lower smallest coordinates [m]
 * @param upper largest coordinates [m]
 */
public record BoundingBox(Vec3 lower, Vec3 upper) {

  /**
   * Returns the smallest box that holds all vertices of a mesh.
   *
   * @param mesh a mesh with at least one vertex
   * @return the box, in the mesh frame
   * @throws IllegalArgumentException if the mesh has no vertex
   */
  public static BoundingBox of(TriangleMesh mesh) {
    return of(mesh.vertices());
  }

  static BoundingBox of(double[] points) {
    if (points.length == 0) {
      throw new IllegalArgumentException("no points: there is no bounding box");
    }
    double[] lower = {points[0], points[1], points[2]};
    double[] upper = lower.clone();
    for (int i = 3; i < points.length; i++) {
      int axis = i % 3;
      lower[axis] = Math.min(lower[axis], points[i]);
      upper[axis] = Math.max(upper[axis], points[i]);
    }
    return new BoundingBox(Vec3.of(lower, 0), Vec3.of(upper, 0));
  }

  /**
   * Returns the lengths of the edges.
   *
   * @return upper - lower [m]
   */
  public Vec3 size() {
    return upper.minus(lower);
  }

  /**
   * Returns the middle of the box.
   *
   * @return its centre [m]
   */
  public Vec3 center() {
    return lower.plus(upper).times(0.5);
  }

  /**
   * Returns the distance of opposite corners.
   *
   * @return length of the diagonal [m]
   */
  public double diagonal() {
    return size().norm();
  }
}
