package org.dextwin.mechanics.mesh;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;

/**
 * Cuts a body into layers across an axis, each filled up to the convex hull of the plane section
 * through its middle. So a surface with holes, such as a scan, still has a volume, and notches
 * along the axis stay open.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class ConvexLayers {

  private ConvexLayers() {}

  /**
   * Cuts a mesh.
   *
   * @param mesh any mesh
   * @param axis unit normal of the cuts, in the mesh frame
   * @param count number of layers between the mesh's ends
   * @return the layers along the axis; those without a section are left out
   * @throws NotSolidException if no section has an area
   */
  public static List<ConvexLayer> of(TriangleMesh mesh, Vec3 axis, int count) {
    double[] offsets = new double[mesh.vertexCount()];
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = axis.dot(mesh.vertex(i));
      least = Math.min(least, offsets[i]);
      largest = Math.max(largest, offsets[i]);
    }
    double height = (largest - least) / count;
    List<ConvexLayer> layers = new ArrayList<>();
    if (height > 0) {
      List<List<Vec3>> sections = sections(mesh, offsets, least, height, count);
      for (int i = 0; i < count; i++) {
        double lower = least + i * height;
        PlanePolygon outline = outline(sections.get(i), axis, lower + height / 2);
        if (outline.corners().size() >= 3 && outline.area() > 0) {
          layers.add(new ConvexLayer(outline, lower, lower + height));
        }
      }
    }
    if (layers.isEmpty()) {
      throw new NotSolidException(
          "the mesh ("
              + mesh
              + ") has no cross-section normal to "
              + axis
              + ": it is flat or has no triangles; expected the surface of a body");
    }
    return layers;
  }

  private static PlanePolygon outline(List<Vec3> points, Vec3 axis, double offset) {
    return points.size() < 3
        ? new PlanePolygon(axis, points)
        : PlanePolygon.hullOf(points, axis, offset);
  }

  /** Returns where the edges of all triangles cross the middle planes of the layers. */
  private static List<List<Vec3>> sections(
      TriangleMesh mesh, double[] offsets, double least, double height, int count) {
    List<List<Vec3>> sections = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sections.add(new ArrayList<>());
    }
    for (int t = 0; t < mesh.triangleCount(); t++) {
      for (int k = 0; k < 3; k++) {
        int a = mesh.corner(t, k);
        int b = mesh.corner(t, (k + 1) % 3);
        double from = (Math.min(offsets[a], offsets[b]) - least) / height - 0.5;
        double to = (Math.max(offsets[a], offsets[b]) - least) / height - 0.5;
        int last = Math.min(count - 1, (int) Math.floor(to));
        for (int i = Math.max(0, (int) Math.ceil(from)); i <= last && to > from; i++) {
          double plane = least + (i + 0.5) * height;
          double part = (plane - offsets[a]) / (offsets[b] - offsets[a]);
          Vec3 start = mesh.vertex(a);
          sections.get(i).add(start.plus(mesh.vertex(b).minus(start).times(part)));
        }
      }
    }
    return sections;
  }
}
