package org.dextwin.mechanics.mesh;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;

/** The triangles of a convex hull and who neighbours whom. */
final class HullFacets {

  private final TriangleMesh hull;
  private final int[] neighbours;

  HullFacets(TriangleMesh hull) {
    this.hull = hull;
    this.neighbours = neighbours(hull);
  }

  private static int[] neighbours(TriangleMesh hull) {
    int[] across = new int[3 * hull.triangleCount()];
    Arrays.fill(across, -1);
    Map<Long, Integer> halfEdges = new HashMap<>(2 * across.length);
    for (int i = 0; i < across.length; i++) {
      long from = hull.corner(i / 3, i % 3);
      long to = hull.corner(i / 3, (i % 3 + 1) % 3);
      halfEdges.put(from << 32 | to, i);
      Integer twin = halfEdges.get(to << 32 | from);
      if (twin != null) {
        across[i] = twin / 3;
        across[twin] = i / 3;
      }
    }
    return across;
  }

  int count() {
    return hull.triangleCount();
  }

  /** Returns the normal times the area. */
  Vec3 areaVector(int facet) {
    Vec3 a = corner(facet, 0);
    return corner(facet, 1).minus(a).cross(corner(facet, 2).minus(a)).times(0.5);
  }

  double area(int facet) {
    return areaVector(facet).norm();
  }

  private Vec3 corner(int facet, int corner) {
    return hull.vertex(hull.corner(facet, corner));
  }

  /** Returns the connected facets whose corners are all within a distance of a facet's plane. */
  List<Integer> flatPatch(int seed, double flatness) {
    Vec3 normal = areaVector(seed).normalized();
    double offset = normal.dot(corner(seed, 0));
    Set<Integer> patch = new LinkedHashSet<>(List.of(seed));
    Deque<Integer> open = new ArrayDeque<>(patch);
    while (!open.isEmpty()) {
      int facet = open.remove();
      for (int edge = 0; edge < 3; edge++) {
        int neighbour = neighbours[3 * facet + edge];
        if (neighbour >= 0 && isFlat(neighbour, normal, offset, flatness) && patch.add(neighbour)) {
          open.add(neighbour);
        }
      }
    }
    return new ArrayList<>(patch);
  }

  private boolean isFlat(int facet, Vec3 normal, double offset, double flatness) {
    for (int k = 0; k < 3; k++) {
      if (Math.abs(normal.dot(corner(facet, k)) - offset) > flatness) {
        return false;
      }
    }
    return true;
  }

  /** Returns the corners of facets, each once. */
  List<Vec3> corners(Collection<Integer> facets) {
    Set<Integer> vertices = new LinkedHashSet<>();
    for (int facet : facets) {
      for (int k = 0; k < 3; k++) {
        vertices.add(hull.corner(facet, k));
      }
    }
    return vertices.stream().map(hull::vertex).toList();
  }
}
