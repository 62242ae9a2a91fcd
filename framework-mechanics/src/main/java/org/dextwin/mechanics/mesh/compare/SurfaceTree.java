package org.dextwin.mechanics.mesh.compare;

import java.util.Arrays;
import java.util.Comparator;
import org.dextwin.api.model.TriangleMesh;

/**
 * The triangles of a mesh in a tree of boxes, to find the one that is nearest to a point.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class SurfaceTree {

  private static final int LEAF = 4;

  /** The tree halves its triangles, so it is never as deep: they are fewer than 2 to this power. */
  private static final int DEEPEST = 32;

  private final double[] vertices;
  private final int[] triangles;

  /** Triangles in the order of the leaves. */
  private final Integer[] order;

  /** Boxes of the nodes: three least and three greatest coordinates each. */
  private double[] boxes = new double[6];

  /** First child of each node, the second one follows; or, of a leaf, -1. */
  private int[] child = new int[1];

  private int[] from = new int[1];
  private int[] to = new int[1];
  private int nodes = 1;

  /**
   * Builds the tree.
   *
   * @param mesh the surface
   */
  public SurfaceTree(TriangleMesh mesh) {
    vertices = mesh.vertices();
    triangles = mesh.triangles();
    order = new Integer[mesh.triangleCount()];
    Arrays.setAll(order, i -> i);
    build(0, 0, order.length);
  }

  private void build(int node, int begin, int end) {
    from[node] = begin;
    to[node] = end;
    child[node] = -1;
    int widest = fitBox(node, begin, end);
    if (end - begin <= LEAF) {
      return;
    }
    Arrays.sort(order, begin, end, Comparator.comparingDouble(it -> middle(it, widest)));
    int first = nodes;
    nodes += 2;
    reserve();
    child[node] = first;
    int half = (begin + end) / 2;
    build(first, begin, half);
    build(first + 1, half, end);
  }

  private void reserve() {
    if (nodes > child.length) {
      int size = 2 * nodes;
      boxes = Arrays.copyOf(boxes, 6 * size);
      child = Arrays.copyOf(child, size);
      from = Arrays.copyOf(from, size);
      to = Arrays.copyOf(to, size);
    }
  }

  private double coordinate(int triangle, int corner, int axis) {
    return vertices[3 * triangles[3 * triangle + corner] + axis];
  }

  private double middle(int triangle, int axis) {
    return coordinate(triangle, 0, axis)
        + coordinate(triangle, 1, axis)
        + coordinate(triangle, 2, axis);
  }

  /** Sets the box of a node and returns the axis along which it is longest. */
  private int fitBox(int node, int begin, int end) {
    int widest = 0;
    for (int axis = 0; axis < 3; axis++) {
      double least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      for (int i = begin; i < end; i++) {
        for (int corner = 0; corner < 3; corner++) {
          double value = coordinate(order[i], corner, axis);
          least = Math.min(least, value);
          greatest = Math.max(greatest, value);
        }
      }
      boxes[6 * node + axis] = least;
      boxes[6 * node + 3 + axis] = greatest;
      if (length(node, axis) > length(node, widest)) {
        widest = axis;
      }
    }
    return widest;
  }

  private double length(int node, int axis) {
    return boxes[6 * node + 3 + axis] - boxes[6 * node + axis];
  }

  /**
   * Returns the squared distance of a point to the surface.
   *
   * @param x coordinates of the point [m]
   * @param y likewise
   * @param z likewise
   * @return squared distance [m^2]; infinite if the mesh has no triangles
   */
  public double squaredDistance(double x, double y, double z) {
    int[] waiting = new int[2 * DEEPEST];
    int count = 1; // node 0 waits
    double best = Double.POSITIVE_INFINITY;
    while (count > 0) {
      int node = waiting[--count];
      if (toBox(node, x, y, z) >= best) {
        continue;
      }
      if (child[node] < 0) {
        best = Math.min(best, toLeaf(node, x, y, z));
        continue;
      }
      int near = child[node];
      int far = near + 1;
      if (toBox(far, x, y, z) < toBox(near, x, y, z)) {
        near = far;
        far = child[node];
      }
      waiting[count++] = far;
      waiting[count++] = near;
    }
    return best;
  }

  private double toBox(int node, double x, double y, double z) {
    double dx = outside(node, 0, x);
    double dy = outside(node, 1, y);
    double dz = outside(node, 2, z);
    return dx * dx + dy * dy + dz * dz;
  }

  private double outside(int node, int axis, double value) {
    return Math.max(
        0, Math.max(boxes[6 * node + axis] - value, value - boxes[6 * node + 3 + axis]));
  }

  private double toLeaf(int node, double x, double y, double z) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = from[node]; i < to[node]; i++) {
      int corner = 3 * order[i];
      best =
          Math.min(
              best,
              TriangleDistance.squared(
                  vertices,
                  triangles[corner],
                  triangles[corner + 1],
                  triangles[corner + 2],
                  x,
                  y,
                  z));
    }
    return best;
  }
}
