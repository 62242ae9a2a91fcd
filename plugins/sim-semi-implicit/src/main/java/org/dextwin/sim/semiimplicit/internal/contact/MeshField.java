package org.dextwin.sim.semiimplicit.internal.contact;

import java.util.Arrays;
import org.dextwin.api.model.TriangleMesh;

/**
 * The distance from the surface of a mesh, without sign: for balls that touch a mesh from outside
 * with less than their radius.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Ericson 2005, "Real-time collision
 * detection", 5.1.5, closest point of a triangle by its Voronoi regions.
 */
final class MeshField implements DistanceField {

  private final double[] vertices;
  private final int[] triangles;
  private final BallTree tree;
  private final int[] stack = new int[BallTree.MAX_DEPTH];

  /** Closest point of the triangle looked at, and of the best so far. */
  private final double[] candidate = new double[3];

  private final double[] closest = new double[3];

  /** Direction of the edge on which a closest point lies; zero in a face. */
  private final double[] edge = new double[3];

  private final double[] closestEdge = new double[3];
  private Feature feature = Feature.FACE;
  private Feature closestFeature = Feature.FACE;

  private enum Feature {
    FACE,
    EDGE,
    VERTEX
  }

  MeshField(TriangleMesh mesh) {
    this.vertices = mesh.vertices();
    this.triangles = mesh.triangles();
    int count = mesh.triangleCount();
    double[] centers = new double[3 * count];
    double[] radii = new double[count];
    for (int t = 0; t < count; t++) {
      for (int axis = 0; axis < 3; axis++) {
        centers[3 * t + axis] =
            (vertices[3 * triangles[3 * t] + axis]
                    + vertices[3 * triangles[3 * t + 1] + axis]
                    + vertices[3 * triangles[3 * t + 2] + axis])
                / 3;
      }
      for (int corner = 0; corner < 3; corner++) {
        radii[t] =
            Math.max(radii[t], distance(centers, 3 * t, vertices, 3 * triangles[3 * t + corner]));
      }
    }
    this.tree = new BallTree(centers, radii);
  }

  @Override
  public double distance(double[] y, double reach) {
    return search(y, reach);
  }

  @Override
  public double gradient(double[] y, double reach, double[] g, int ig) {
    double distance = search(y, reach);
    if (!(distance > 0) || distance == Double.POSITIVE_INFINITY) {
      g[ig] = 0;
      g[ig + 1] = 0;
      g[ig + 2] = 1;
      return distance;
    }
    for (int axis = 0; axis < 3; axis++) {
      g[ig + axis] = (y[axis] - closest[axis]) / distance;
    }
    return distance;
  }

  @Override
  public void hessian(double[] y, double reach, double[] in, double[] out) {
    Arrays.fill(out, 0);
    double distance = search(y, reach);
    if (!(distance > 0) || closestFeature == Feature.FACE) {
      return;
    }
    // (1 - g g^T - e e^T) / distance, e along the edge
    double alongGradient = 0;
    double alongEdge = 0;
    for (int axis = 0; axis < 3; axis++) {
      alongGradient += (y[axis] - closest[axis]) / distance * in[axis];
      alongEdge += closestEdge[axis] * in[axis];
    }
    for (int axis = 0; axis < 3; axis++) {
      double g = (y[axis] - closest[axis]) / distance;
      out[axis] = (in[axis] - g * alongGradient - closestEdge[axis] * alongEdge) / distance;
    }
  }

  /** Distance to the surface if below the reach, else infinity. */
  private double search(double[] y, double reach) {
    double best = Math.nextUp(reach);
    boolean found = false;
    int depth = 0;
    stack[depth++] = 0;
    while (depth > 0) {
      int node = stack[--depth];
      if (distance(tree.centers, 3 * node, y, 0) - tree.radii[node] >= best) {
        continue;
      }
      if (tree.right[node] == 0) {
        for (int i = tree.first[node]; i < tree.last[node]; i++) {
          double distance = triangleDistance(tree.order[i], y);
          if (distance < best) {
            best = distance;
            found = true;
            System.arraycopy(candidate, 0, closest, 0, 3);
            System.arraycopy(edge, 0, closestEdge, 0, 3);
            closestFeature = feature;
          }
        }
      } else {
        // the nearer child is looked at first
        int left = node + 1;
        int right = tree.right[node];
        boolean leftFirst =
            distance(tree.centers, 3 * left, y, 0) < distance(tree.centers, 3 * right, y, 0);
        stack[depth++] = leftFirst ? right : left;
        stack[depth++] = leftFirst ? left : right;
      }
    }
    return found ? best : Double.POSITIVE_INFINITY;
  }

  private double triangleDistance(int triangle, double[] y) {
    int a = 3 * triangles[3 * triangle];
    int b = 3 * triangles[3 * triangle + 1];
    int c = 3 * triangles[3 * triangle + 2];
    double abap = along(a, b, a, y);
    double acap = along(a, c, a, y);
    if (abap <= 0 && acap <= 0) {
      return vertexDistance(a, y);
    }
    double abbp = along(a, b, b, y);
    double acbp = along(a, c, b, y);
    if (abbp >= 0 && acbp <= abbp) {
      return vertexDistance(b, y);
    }
    double abcp = along(a, b, c, y);
    double accp = along(a, c, c, y);
    if (accp >= 0 && abcp <= accp) {
      return vertexDistance(c, y);
    }
    double vc = abap * acbp - abbp * acap;
    if (vc <= 0 && abap >= 0 && abbp <= 0) {
      return edgeDistance(a, b, abap / (abap - abbp), y);
    }
    double vb = abcp * acap - abap * accp;
    if (vb <= 0 && acap >= 0 && accp <= 0) {
      return edgeDistance(a, c, acap / (acap - accp), y);
    }
    double va = abbp * accp - abcp * acbp;
    if (va <= 0 && acbp - abbp >= 0 && abcp - accp >= 0) {
      return edgeDistance(b, c, (acbp - abbp) / (acbp - abbp + abcp - accp), y);
    }
    double v = vb / (va + vb + vc);
    double w = vc / (va + vb + vc);
    for (int k = 0; k < 3; k++) {
      candidate[k] =
          vertices[a + k]
              + v * (vertices[b + k] - vertices[a + k])
              + w * (vertices[c + k] - vertices[a + k]);
    }
    feature = Feature.FACE;
    return distance(candidate, 0, y, 0);
  }

  /** (to - from) . (y - base), of vertices. */
  private double along(int from, int to, int base, double[] y) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      sum += (vertices[to + k] - vertices[from + k]) * (y[k] - vertices[base + k]);
    }
    return sum;
  }

  private double vertexDistance(int vertex, double[] y) {
    System.arraycopy(vertices, vertex, candidate, 0, 3);
    Arrays.fill(edge, 0);
    feature = Feature.VERTEX;
    return distance(candidate, 0, y, 0);
  }

  private double edgeDistance(int from, int to, double fraction, double[] y) {
    double length = distance(vertices, from, vertices, to);
    for (int k = 0; k < 3; k++) {
      double span = vertices[to + k] - vertices[from + k];
      candidate[k] = vertices[from + k] + fraction * span;
      edge[k] = span / length;
    }
    feature = Feature.EDGE;
    return distance(candidate, 0, y, 0);
  }

  private static double distance(double[] a, int ia, double[] b, int ib) {
    double x = a[ia] - b[ib];
    double y = a[ia + 1] - b[ib + 1];
    double z = a[ia + 2] - b[ib + 2];
    return Math.sqrt(x * x + y * y + z * z);
  }
}
