package org.dextwin.mechanics.mesh;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.dextwin.api.model.TriangleMesh;

/**
 * Says whether the triangles of a mesh close.
 *
 * <p>The surface is closed and consistently oriented if every edge is run through as often in one
 * direction as in the other. That is what the divergence theorem needs; edges with more than two
 * triangles are allowed.
 */
final class MeshTopology {

  private MeshTopology() {}

  /**
   * Looks for edges that do not close. Expects vertices that are shared by index (see {@link
   * VertexWelder}).
   *
   * @param mesh the mesh
   * @return what is wrong; empty if the surface is closed
   */
  static Optional<String> defect(TriangleMesh mesh) {
    if (mesh.triangleCount() == 0) {
      return Optional.of("it has no triangles");
    }
    long[] edges = sortedEdges(mesh);
    int open = 0;
    int misoriented = 0;
    long firstDefect = -1;
    for (int start = 0; start < edges.length; ) {
      int end = start;
      int forward = 0;
      while (end < edges.length && edges[end] >>> 1 == edges[start] >>> 1) {
        forward += (int) (edges[end] & 1);
        end++;
      }
      int all = end - start;
      if (2 * forward != all) {
        firstDefect = firstDefect < 0 ? edges[start] >>> 1 : firstDefect;
        if (all % 2 == 0) {
          misoriented++;
        } else {
          open++;
        }
      }
      start = end;
    }
    return firstDefect < 0
        ? Optional.empty()
        : Optional.of(describe(mesh, open, misoriented, firstDefect));
  }

  /** Returns one number per half edge: lower vertex, higher vertex, then 1 if it runs upwards. */
  private static long[] sortedEdges(TriangleMesh mesh) {
    long[] edges = new long[3 * mesh.triangleCount()];
    for (int i = 0; i < edges.length; i++) {
      long from = mesh.corner(i / 3, i % 3);
      long to = mesh.corner(i / 3, (i % 3 + 1) % 3);
      edges[i] =
          from < to ? (from << 32 | to << 1 | 1) : (to << 32 | from << 1); // vertices < 2^31 / 3
    }
    Arrays.sort(edges);
    return edges;
  }

  private static String describe(TriangleMesh mesh, int open, int misoriented, long edge) {
    int lower = (int) (edge >>> 31);
    int higher = (int) (edge & 0x7fff_ffff);
    return String.format(
        Locale.ROOT,
        "%d of its edges are open and %d lie between triangles of opposite orientation; the first"
            + " runs from vertex %d %s to vertex %d %s",
        open,
        misoriented,
        lower,
        mesh.vertex(lower),
        higher,
        mesh.vertex(higher));
  }
}
