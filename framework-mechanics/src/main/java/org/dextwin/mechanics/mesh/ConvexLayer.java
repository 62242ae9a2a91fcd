package org.dextwin.mechanics.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.TriangleMesh;

/**
 * A straight prism over a convex polygon: one layer of a body cut across an axis.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param outline the polygon; its normal is the axis
 * @param lower where the layer starts along the axis [m]
 * @param upper where it ends along the axis [m]
 */
public record ConvexLayer(PlanePolygon outline, double lower, double upper) {

  /**
   * Checks the order of the ends.
   *
   * @param outline the polygon; its normal is the axis
   * @param lower where the layer starts along the axis [m]
   * @param upper where it ends along the axis [m]
   */
  public ConvexLayer {
    if (!(lower < upper) || outline.corners().size() < 3) {
      throw new IllegalArgumentException(
          "layer from "
              + lower
              + " m to "
              + upper
              + " m with "
              + outline.corners().size()
              + " corners is empty");
    }
  }

  /**
   * Returns the corners of both ends.
   *
   * @return the corners of the lower end, then those of the upper end in the same order [m]
   */
  public List<Vec3> corners() {
    List<Vec3> corners = new ArrayList<>(end(lower));
    corners.addAll(end(upper));
    return corners;
  }

  private List<Vec3> end(double offset) {
    Vec3 axis = outline.normal();
    return outline.corners().stream()
        .map(corner -> corner.plus(axis.times(offset - axis.dot(corner))))
        .toList();
  }

  /**
   * Returns the volume.
   *
   * @return area times height [m^3]
   */
  public double volume() {
    return outline.area() * (upper - lower);
  }

  /**
   * Returns the mass properties at uniform density.
   *
   * @param density mass per volume [kg/m^3]
   * @return mass, centre of mass and inertia in the frame of the corners
   */
  public MassProperties uniform(double density) {
    VolumeIntegrals integrals = VolumeIntegrals.of(mesh());
    return integrals.massProperties(density * integrals.volume());
  }

  private TriangleMesh mesh() {
    List<Vec3> corners = corners();
    int n = corners.size() / 2;
    double[] vertices = new double[6 * n];
    for (int i = 0; i < 2 * n; i++) {
      corners.get(i).copyTo(vertices, 3 * i);
    }
    IntStream.Builder triangles = IntStream.builder();
    for (int i = 0; i < n; i++) {
      int next = (i + 1) % n;
      IntStream.of(i, next, n + next, i, n + next, n + i).forEach(triangles);
      if (i > 0 && next > 0) {
        IntStream.of(0, next, i, n, n + i, n + next).forEach(triangles);
      }
    }
    return new TriangleMesh(vertices, triangles.build().toArray());
  }
}
