package org.dextwin.mechanics.mesh;

import java.util.Arrays;
import org.dextwin.api.model.TriangleMesh;

/**
 * One run of the quickhull algorithm. A hull starts as a tetrahedron; each face keeps a list of the
 * points outside of it. As long as a face has such points, its farthest becomes a corner: the faces
 * it sees are removed, and the rim of the hole (the horizon) is joined to it.
 *
 * <p>Face f has the corners {@code corners[3f..3f+2]}, counter-clockwise from outside, and across
 * its edge k, from corner k to corner k + 1, the face {@code neighbours[3f + k]}.
 */
final class Quickhull {

  private static final int NONE = -1;

  private final double[] points;
  private final int pointCount;
  private final double leftOut;
  private double tolerance;

  private int[] corners = new int[3 * 256];
  private int[] neighbours = new int[3 * 256];
  private boolean[] removed = new boolean[256];
  private double[] normals = new double[3 * 256];
  private double[] offsets = new double[256];
  private int faceCount;

  /** Points outside of a face, as a list: its farthest point first. */
  private int[] outside = new int[256];

  private double[] farthest = new double[256];
  private final int[] nextOutside;

  // the horizon: edges of the hole, as face outside of it and number of its edge
  private int[] horizonFaces = new int[64];
  private int[] horizonEdges = new int[64];
  private int horizonLength;
  private int[] visible = new int[64];
  private int visibleCount;
  private final int[] faceFrom;

  /**
   * Prepares a run.
   *
   * @param points coordinates, shape (n, 3)
   * @param leftOut points that lie outside by no more than this may be left out
   */
  Quickhull(double[] points, double leftOut) {
    this.points = points;
    this.leftOut = leftOut;
    this.pointCount = points.length / 3;
    this.nextOutside = new int[pointCount];
    this.faceFrom = new int[pointCount];
  }

  TriangleMesh run() {
    makeTetrahedron();
    // faces made later have higher numbers, so that one pass meets all of them
    for (int face = 0; face < faceCount; face++) {
      if (!removed[face] && outside[face] != NONE) {
        addCorner(face);
      }
    }
    return mesh();
  }

  private void makeTetrahedron() {
    if (pointCount < 4) {
      throw new NotSolidException(pointCount + " points have no convex hull; it takes 4 or more");
    }
    BoundingBox box = BoundingBox.of(points);
    double extent = Math.max(box.size().x(), Math.max(box.size().y(), box.size().z()));
    tolerance = ConvexHull.RELATIVE_TOLERANCE * extent;
    int a = farthestAlongWidestAxis(box);
    int b = 0;
    for (int i = 0; i < pointCount; i++) {
      b = distanceSquared(a, i) > distanceSquared(a, b) ? i : b;
    }
    int c = farthestFromLine(a, b);
    int d = farthestFromPlane(a, b, c);
    if (ExactOrientation.of(points, a, b, c, d) > 0) {
      int swapped = b;
      b = c;
      c = swapped;
    }
    // d lies below a, b, c
    int base = addFace(a, b, c);
    int ab = addFace(b, a, d);
    int bc = addFace(c, b, d);
    int ca = addFace(a, c, d);
    link(base, 0, ab, 0);
    link(base, 1, bc, 0);
    link(base, 2, ca, 0);
    link(ab, 1, ca, 2);
    link(bc, 1, ab, 2);
    link(ca, 1, bc, 2);
    for (int i = 0; i < pointCount; i++) {
      if (i != a && i != b && i != c && i != d) {
        assign(i, 0);
      }
    }
  }

  private int farthestAlongWidestAxis(BoundingBox box) {
    double[] size = new double[3];
    box.size().copyTo(size, 0);
    int axis = size[0] >= size[1] && size[0] >= size[2] ? 0 : size[1] >= size[2] ? 1 : 2;
    int least = 0;
    for (int i = 1; i < pointCount; i++) {
      least = points[3 * i + axis] < points[3 * least + axis] ? i : least;
    }
    return least;
  }

  private double distanceSquared(int a, int b) {
    double x = points[3 * a] - points[3 * b];
    double y = points[3 * a + 1] - points[3 * b + 1];
    double z = points[3 * a + 2] - points[3 * b + 2];
    return x * x + y * y + z * z;
  }

  private int farthestFromLine(int a, int b) {
    double[] normal = new double[3];
    double largest = 0;
    int farthestPoint = NONE;
    for (int i = 0; i < pointCount; i++) {
      cross(a, b, i, normal);
      double square = normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2];
      if (square > largest) {
        largest = square;
        farthestPoint = i;
      }
    }
    if (farthestPoint == NONE
        || Math.sqrt(largest) <= 1e3 * tolerance * Math.sqrt(distanceSquared(a, b))) {
      throw new NotSolidException(
          "the " + pointCount + " points lie on a line; they have no convex hull");
    }
    return farthestPoint;
  }

  private int farthestFromPlane(int a, int b, int c) {
    double[] normal = new double[3];
    cross(a, b, c, normal);
    double norm = Math.hypot(Math.hypot(normal[0], normal[1]), normal[2]);
    double largest = 0;
    int farthestPoint = NONE;
    for (int i = 0; i < pointCount; i++) {
      double distance =
          Math.abs(
                  normal[0] * (points[3 * i] - points[3 * a])
                      + normal[1] * (points[3 * i + 1] - points[3 * a + 1])
                      + normal[2] * (points[3 * i + 2] - points[3 * a + 2]))
              / norm;
      if (distance > largest) {
        largest = distance;
        farthestPoint = i;
      }
    }
    if (farthestPoint == NONE || largest <= 1e3 * tolerance) {
      throw new NotSolidException(
          "the "
              + pointCount
              + " points lie in a plane (to "
              + largest
              + " m); they have no convex hull");
    }
    return farthestPoint;
  }

  /** Computes (b - a) x (c - a). */
  private void cross(int a, int b, int c, double[] out) {
    double ux = points[3 * b] - points[3 * a];
    double uy = points[3 * b + 1] - points[3 * a + 1];
    double uz = points[3 * b + 2] - points[3 * a + 2];
    double vx = points[3 * c] - points[3 * a];
    double vy = points[3 * c + 1] - points[3 * a + 1];
    double vz = points[3 * c + 2] - points[3 * a + 2];
    out[0] = uy * vz - uz * vy;
    out[1] = uz * vx - ux * vz;
    out[2] = ux * vy - uy * vx;
  }

  private int addFace(int a, int b, int c) {
    if (faceCount == removed.length) {
      int capacity = 2 * faceCount;
      corners = Arrays.copyOf(corners, 3 * capacity);
      neighbours = Arrays.copyOf(neighbours, 3 * capacity);
      removed = Arrays.copyOf(removed, capacity);
      normals = Arrays.copyOf(normals, 3 * capacity);
      offsets = Arrays.copyOf(offsets, capacity);
      outside = Arrays.copyOf(outside, capacity);
      farthest = Arrays.copyOf(farthest, capacity);
    }
    int face = faceCount++;
    corners[3 * face] = a;
    corners[3 * face + 1] = b;
    corners[3 * face + 2] = c;
    outside[face] = NONE;
    farthest[face] = 0;
    setPlane(face);
    return face;
  }

  private void setPlane(int face) {
    int a = corners[3 * face];
    double[] normal = new double[3];
    cross(a, corners[3 * face + 1], corners[3 * face + 2], normal);
    double norm = Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
    double offset = 0;
    for (int k = 0; k < 3; k++) {
      // a sliver whose normal underflows sees nothing: its neighbours take its points
      normals[3 * face + k] = norm > 0 ? normal[k] / norm : 0;
      offset += normals[3 * face + k] * points[3 * a + k];
    }
    offsets[face] = offset;
  }

  private void link(int face, int edge, int other, int otherEdge) {
    neighbours[3 * face + edge] = other;
    neighbours[3 * other + otherEdge] = face;
  }

  private double distance(int face, int point) {
    return normals[3 * face] * points[3 * point]
        + normals[3 * face + 1] * points[3 * point + 1]
        + normals[3 * face + 2] * points[3 * point + 2]
        - offsets[face];
  }

  private boolean sees(int point, int face) {
    return ExactOrientation.of(
            points, corners[3 * face], corners[3 * face + 1], corners[3 * face + 2], point)
        > 0;
  }

  /** Puts a point on the list of the first face, from the given one on, that it lies outside of. */
  private void assign(int point, int firstFace) {
    for (int face = firstFace; face < faceCount; face++) {
      double distance = distance(face, point);
      if (distance > Math.max(tolerance, leftOut) && sees(point, face)) {
        if (distance > farthest[face]) {
          nextOutside[point] = outside[face];
          outside[face] = point;
          farthest[face] = distance;
        } else {
          nextOutside[point] = nextOutside[outside[face]];
          nextOutside[outside[face]] = point;
        }
        return;
      }
    }
  }

  private void addCorner(int start) {
    int eye = outside[start];
    findHorizon(eye, start);
    int firstFace = faceCount;
    joinHorizon(eye);
    for (int i = 0; i < visibleCount; i++) {
      for (int point = outside[visible[i]]; point != NONE; ) {
        int next = nextOutside[point];
        if (point != eye) {
          assign(point, firstFace);
        }
        point = next;
      }
      outside[visible[i]] = NONE;
    }
  }

  /** Removes the faces that a point sees, from one of them on, and collects the rim of the hole. */
  private void findHorizon(int eye, int start) {
    visibleCount = 0;
    horizonLength = 0;
    removeVisible(start);
    for (int i = 0; i < visibleCount; i++) {
      int face = visible[i];
      for (int edge = 0; edge < 3; edge++) {
        int neighbour = neighbours[3 * face + edge];
        if (removed[neighbour]) {
          continue;
        }
        if (sees(eye, neighbour)) {
          removeVisible(neighbour);
        } else {
          addToHorizon(neighbour, twinOf(neighbour, face, edge));
        }
      }
    }
  }

  private void removeVisible(int face) {
    if (visibleCount == visible.length) {
      visible = Arrays.copyOf(visible, 2 * visibleCount);
    }
    removed[face] = true;
    visible[visibleCount++] = face;
  }

  private void addToHorizon(int face, int edge) {
    if (horizonLength == horizonFaces.length) {
      horizonFaces = Arrays.copyOf(horizonFaces, 2 * horizonLength);
      horizonEdges = Arrays.copyOf(horizonEdges, 2 * horizonLength);
    }
    horizonFaces[horizonLength] = face;
    horizonEdges[horizonLength++] = edge;
  }

  /** Returns which edge of {@code across} is the given edge of a face, run the other way. */
  private int twinOf(int across, int face, int edge) {
    int start = corners[3 * face + (edge + 1) % 3];
    return corners[3 * across] == start ? 0 : corners[3 * across + 1] == start ? 1 : 2;
  }

  /** Makes a face from each edge of the rim to the eye and links them round it. */
  private void joinHorizon(int eye) {
    int firstFace = faceCount;
    for (int i = 0; i < horizonLength; i++) {
      int other = horizonFaces[i];
      int edge = horizonEdges[i];
      int from = corners[3 * other + (edge + 1) % 3];
      int to = corners[3 * other + edge];
      int face = addFace(from, to, eye);
      link(face, 0, other, edge);
      faceFrom[from] = face;
    }
    for (int face = firstFace; face < faceCount; face++) {
      // edge 1 runs from its second corner to the eye, edge 2 of the next face back
      link(face, 1, faceFrom[corners[3 * face + 1]], 2);
    }
  }

  private TriangleMesh mesh() {
    int[] renamed = new int[pointCount];
    Arrays.fill(renamed, NONE);
    double[] vertices = new double[points.length];
    int[] triangles = new int[3 * faceCount];
    int vertexCount = 0;
    int length = 0;
    for (int face = 0; face < faceCount; face++) {
      for (int k = 0; k < 3 && !removed[face]; k++) {
        int point = corners[3 * face + k];
        if (renamed[point] == NONE) {
          System.arraycopy(points, 3 * point, vertices, 3 * vertexCount, 3);
          renamed[point] = vertexCount++;
        }
        triangles[length++] = renamed[point];
      }
    }
    return new TriangleMesh(
        Arrays.copyOf(vertices, 3 * vertexCount), Arrays.copyOf(triangles, length));
  }
}
