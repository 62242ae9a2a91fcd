package org.dextwin.mechanics.mesh;

import org.dextwin.api.model.TriangleMesh;

/**
 * The convex hull of points in space, as a closed mesh.
 *
 * <p>Points that lie outside by less than {@value #RELATIVE_TOLERANCE} of the extent of the cloud
 * are left out.
 *
 * <p><i>Thread safety</i>: immutable. <i>References</i>: Barber, Dobkin and Huhdanpaa 1996, "The
 * quickhull algorithm for convex hulls"; the side of a face is decided exactly (Shewchuk 1997), so
 * that the hull closes whatever the points.
 */
public final class ConvexHull {

  /** Distance below which a point does not change the hull, per largest extent of the points. */
  static final double RELATIVE_TOLERANCE = 1e-10;

  private final TriangleMesh mesh;

  private ConvexHull(TriangleMesh mesh) {
    this.mesh = mesh;
  }

  /**
   * Returns the hull of a mesh's vertices.
   *
   * @param mesh a mesh whose vertices do not lie in a plane
   * @return the hull, in the mesh frame
   * @throws NotSolidException if the vertices lie in a plane
   */
  public static ConvexHull of(TriangleMesh mesh) {
    return of(mesh.vertices());
  }

  /**
   * Returns the hull of points.
   *
   * @param points finite coordinates [m], row-major, shape (n, 3); not modified
   * @return the hull, in the frame of the points
   * @throws NotSolidException if the points lie in a plane
   */
  public static ConvexHull of(double[] points) {
    return of(points, 0);
  }

  /**
   * Returns a hull with few corners: points that lie outside of it by no more than a tolerance are
   * left out.
   *
   * @param points finite coordinates [m], row-major, shape (n, 3); not modified
   * @param tolerance largest distance of a left-out point from the hull [m]
   * @return the hull, in the frame of the points
   * @throws NotSolidException if the points lie in a plane
   */
  public static ConvexHull of(double[] points, double tolerance) {
    for (double coordinate : points) {
      if (!Double.isFinite(coordinate)) {
        throw new IllegalArgumentException("point with the coordinate " + coordinate);
      }
    }
    return new ConvexHull(new Quickhull(points, tolerance).run());
  }

  /**
   * Returns the hull as a mesh: closed, counter-clockwise from outside, and with the corners of the
   * hull alone for vertices. Its triangles may be coplanar.
   *
   * @return the mesh
   */
  public TriangleMesh mesh() {
    return mesh;
  }

  /**
   * Returns the volume of the hull.
   *
   * @return volume [m^3]
   */
  public double volume() {
    return VolumeIntegrals.of(mesh).volume();
  }
}
