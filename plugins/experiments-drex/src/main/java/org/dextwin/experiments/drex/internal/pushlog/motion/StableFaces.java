package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.experiments.drex.internal.pushlog.motion.StableFace.Surface;
import org.dextwin.mechanics.mesh.OpenRim;
import org.dextwin.mechanics.mesh.PlanePolygon;

/**
 * Finds the sides on which a scanned object can stand. Scans are noisy, rounded at the edges, and
 * open on the side that they stood on, so that faces are directions in which much of the hull's
 * area looks, not exact planes.
 */
final class StableFaces {

  /** Facets whose normals differ by less make up one face: the noise of scanned planes. */
  private static final double SAME_FACE_COSINE = Math.cos(Math.toRadians(8));

  /** Facets are first joined on a grid of normals of this width: well below the noise. */
  private static final double NORMAL_GRID = 1.0 / 30;

  /** A face has at least this part of the hull's area: less is an edge or a corner. */
  private static final double LEAST_AREA = 0.01;

  /** Points this near to the lowest bear: waviness of scans and softness of edges [m]. */
  static final double CONTACT_DEPTH = 0.003;

  /** The centre of mass projects at least this far inside the base, else nothing stands [m]. */
  private static final double LEAST_MARGIN = 0.002;

  /** Missing area per area above which a side counts as open: ten times that of closed sides. */
  private static final double OPEN_SHARE = 0.01;

  /** Cosine of the normals of opposite faces. */
  private static final double OPPOSITE_COSINE = -0.95;

  private final TriangleMesh mesh;
  private final OpenRim rim;
  private final Vec3 centerOfMass;
  private final List<Vec3> normals = new ArrayList<>();
  private final List<Double> areas = new ArrayList<>();

  private StableFaces(TriangleMesh mesh, TriangleMesh hull, Vec3 centerOfMass) {
    this.mesh = mesh;
    this.rim = OpenRim.of(mesh);
    this.centerOfMass = centerOfMass;
    Map<Vec3, Vec3> cells = new HashMap<>();
    for (int t = 0; t < hull.triangleCount(); t++) {
      Vec3 a = hull.vertex(hull.corner(t, 0));
      Vec3 ab = hull.vertex(hull.corner(t, 1)).minus(a);
      Vec3 area = ab.cross(hull.vertex(hull.corner(t, 2)).minus(a)).times(0.5);
      if (area.norm() > 0) {
        cells.merge(cell(area.normalized()), area, Vec3::plus);
      }
    }
    cells.values().stream()
        .filter(area -> area.norm() > 0)
        .sorted(
            Comparator.comparingDouble(Vec3::norm)
                .thenComparingDouble(Vec3::x)
                .thenComparingDouble(Vec3::y)
                .thenComparingDouble(Vec3::z))
        .forEach(
            area -> {
              normals.add(area.normalized());
              areas.add(area.norm());
            });
  }

  private static Vec3 cell(Vec3 normal) {
    return new Vec3(
        Math.rint(normal.x() / NORMAL_GRID) + 0.0,
        Math.rint(normal.y() / NORMAL_GRID) + 0.0,
        Math.rint(normal.z() / NORMAL_GRID) + 0.0);
  }

  /**
   * Finds the faces.
   *
   * @param mesh the surface
   * @param hull its convex hull
   * @param centerOfMass centre of mass of the hull
   * @return the faces, those with most area around them first
   */
  static List<StableFace> of(TriangleMesh mesh, TriangleMesh hull, Vec3 centerOfMass) {
    return new StableFaces(mesh, hull, centerOfMass).find();
  }

  private List<StableFace> find() {
    double total = areas.stream().mapToDouble(Double::doubleValue).sum();
    double[] around = new double[normals.size()];
    for (int i = 0; i < around.length; i++) {
      for (int j = 0; j < around.length; j++) {
        around[i] += isSame(i, j) ? areas.get(j) : 0;
      }
    }
    int[] order =
        IntStream.range(0, around.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -around[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    boolean[] used = new boolean[around.length];
    List<StableFace> faces = new ArrayList<>();
    for (int seed : order) {
      if (!used[seed]) {
        face(seed, used, total).ifPresent(faces::add);
      }
    }
    return withOpenEnd(faces);
  }

  private boolean isSame(int i, int j) {
    return normals.get(i).dot(normals.get(j)) > SAME_FACE_COSINE;
  }

  /** Joins the unused facets around a seed; empty if nothing can stand on them. */
  private Optional<StableFace> face(int seed, boolean[] used, double total) {
    Vec3 sum = Vec3.ZERO;
    double area = 0;
    for (int i = 0; i < used.length; i++) {
      if (!used[i] && isSame(seed, i)) {
        used[i] = true;
        sum = sum.plus(normals.get(i).times(areas.get(i)));
        area += areas.get(i);
      }
    }
    if (area < LEAST_AREA * total) {
      return Optional.empty();
    }
    Vec3 normal = sum.normalized();
    PlanePolygon base = base(mesh, normal);
    if (base.area() <= 0 || base.signedDistanceInside(centerOfMass) <= LEAST_MARGIN) {
      return Optional.empty();
    }
    return Optional.of(new StableFace(normal, extent(mesh, normal), area / total, surface(normal)));
  }

  private Surface surface(Vec3 normal) {
    double missing = rim.shareTowards(normal);
    if (Math.abs(missing) <= OPEN_SHARE) {
      return Surface.CLOSED;
    }
    return missing > 0 ? Surface.OPEN : Surface.OPPOSITE_OPEN;
  }

  /**
   * Levels the face where the scan is open. Its rim is ragged, so its normal is taken from the
   * closed face opposite; if the rim is too ragged for a face, one is added there.
   */
  private List<StableFace> withOpenEnd(List<StableFace> faces) {
    List<StableFace> levelled = new ArrayList<>();
    for (StableFace face : faces) {
      levelled.add(
          face.open()
              ? opposite(face.normal(), faces)
                  .map(normal -> openFace(normal, face.areaShare()))
                  .orElse(face)
              : face);
    }
    if (levelled.stream().noneMatch(StableFace::open)
        && rim.missingArea().norm() > OPEN_SHARE * rim.surfaceArea()) {
      Vec3 hole = rim.missingArea().normalized();
      opposite(hole, faces)
          .ifPresent(normal -> levelled.add(openFace(normal, rim.shareTowards(hole))));
    }
    return List.copyOf(levelled);
  }

  private static Optional<Vec3> opposite(Vec3 normal, List<StableFace> faces) {
    return faces.stream()
        .map(StableFace::normal)
        .filter(other -> other.dot(normal) < OPPOSITE_COSINE)
        .findFirst()
        .map(Vec3::negated);
  }

  private StableFace openFace(Vec3 normal, double areaShare) {
    return new StableFace(normal, extent(mesh, normal), areaShare, Surface.OPEN);
  }

  static double extent(TriangleMesh mesh, Vec3 direction) {
    double extent = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < mesh.vertexCount(); i++) {
      extent = Math.max(extent, direction.dot(mesh.vertex(i)));
    }
    return extent;
  }

  /** Returns the base on which a mesh stands when a direction points down. */
  static PlanePolygon base(TriangleMesh mesh, Vec3 down) {
    double lowest = extent(mesh, down);
    List<Vec3> bearing = new ArrayList<>();
    for (int i = 0; i < mesh.vertexCount(); i++) {
      Vec3 vertex = mesh.vertex(i);
      if (down.dot(vertex) > lowest - CONTACT_DEPTH) {
        bearing.add(vertex);
      }
    }
    return PlanePolygon.hullOf(bearing, down, lowest);
  }
}
