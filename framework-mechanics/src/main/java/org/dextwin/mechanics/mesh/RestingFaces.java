package org.dextwin.mechanics.mesh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;

/**
 * Finds the faces on which a body can rest. Triangles of the convex hull whose corners are within a
 * flatness tolerance of one plane make up one face: that of the table, which bears them all.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class RestingFaces {

  /**
   * Flatness tolerance per diagonal of the bounding box, unless the caller names another: scans of
   * objects are true to about a percent of their size.
   */
  public static final double RELATIVE_FLATNESS = 1e-2;

  private RestingFaces() {}

  /**
   * Returns the resting faces of a body, within {@link #RELATIVE_FLATNESS}.
   *
   * @param mesh surface of the body
   * @param centerOfMass its centre of mass, in the mesh frame [m]
   * @return the faces, the hardest to tip over first
   * @throws NotSolidException if the mesh is flat
   */
  public static List<RestingFace> of(TriangleMesh mesh, Vec3 centerOfMass) {
    return of(mesh, centerOfMass, RELATIVE_FLATNESS * BoundingBox.of(mesh).diagonal());
  }

  /**
   * Returns the resting faces of a body.
   *
   * @param mesh surface of the body
   * @param centerOfMass its centre of mass, in the mesh frame [m]
   * @param flatness largest distance of a face's corners from its plane [m]
   * @return the faces, the hardest to tip over first
   * @throws NotSolidException if the mesh is flat
   */
  public static List<RestingFace> of(TriangleMesh mesh, Vec3 centerOfMass, double flatness) {
    if (!(flatness > 0)) {
      throw new IllegalArgumentException("flatness is " + flatness + " m; it must be positive");
    }
    HullFacets hull = new HullFacets(ConvexHull.of(mesh).mesh());
    List<RestingFace> faces = new ArrayList<>();
    boolean[] done = new boolean[hull.count()];
    int[] byArea =
        IntStream.range(0, hull.count())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer facet) -> -hull.area(facet)))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int seed : byArea) {
      if (done[seed] || !(hull.area(seed) > 0)) {
        continue;
      }
      List<Integer> facets = hull.flatPatch(seed, flatness);
      boolean mostlyKnown = 2 * knownArea(hull, facets, done) > area(hull, facets);
      facets.forEach(facet -> done[facet] = true);
      if (mostlyKnown) {
        continue; // the rim of an earlier face, seen from a facet that fell just out of it
      }
      RestingFace face = face(hull, facets, centerOfMass);
      if (face.margin() > 0) {
        faces.add(face);
      }
    }
    faces.sort(Comparator.comparingDouble(RestingFace::tippingAngle).reversed());
    return List.copyOf(faces);
  }

  private static double area(HullFacets hull, List<Integer> facets) {
    return facets.stream().mapToDouble(hull::area).sum();
  }

  private static double knownArea(HullFacets hull, List<Integer> facets, boolean[] done) {
    return area(hull, facets.stream().filter(facet -> done[facet]).toList());
  }

  private static RestingFace face(HullFacets hull, List<Integer> facets, Vec3 centerOfMass) {
    Vec3 normal = Vec3.ZERO;
    for (int facet : facets) {
      normal = normal.plus(hull.areaVector(facet));
    }
    normal = normal.normalized();
    List<Vec3> corners = hull.corners(facets);
    double offset = Double.NEGATIVE_INFINITY;
    for (Vec3 corner : corners) {
      offset = Math.max(offset, normal.dot(corner));
    }
    PlanePolygon polygon = PlanePolygon.hullOf(corners, normal, offset);
    return new RestingFace(
        normal,
        offset,
        polygon.corners(),
        polygon.area(),
        offset - normal.dot(centerOfMass),
        polygon.signedDistanceInside(centerOfMass));
  }
}
