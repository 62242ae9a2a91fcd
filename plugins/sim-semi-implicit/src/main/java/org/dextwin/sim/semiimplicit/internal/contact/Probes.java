package org.dextwin.sim.semiimplicit.internal.contact;

import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Shape;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.mechanics.mesh.BoundingBox;
import org.dextwin.mechanics.mesh.ConvexHull;
import org.dextwin.mechanics.mesh.NotSolidException;

/**
 * The points by which a shape feels the field of another, in the frame of its body: centres of
 * equal balls, of radius zero for corners.
 *
 * <p><i>Thread safety</i>: immutable; the arrays are open for kernels.
 */
final class Probes {

  /** Points round the rim of a cylinder; they miss the circle by 0.5 % of the radius. */
  private static final int RIM = 32;

  /** Distance that a point may lie outside of a hull of few corners, per extent of the mesh. */
  private static final double HULL_TOLERANCE = 5e-4;

  /** Points that a body with corners rests on. */
  private static final double FOUR_CORNERS = 0.25;

  /** Centres [m], shape (n, 3). */
  final double[] points;

  /** Radius of every ball [m]. */
  final double radius;

  /**
   * Share of one point in the depth of the contact (see {@link ColliderPair}): one over the number
   * of points that the shape rests on.
   */
  final double weight;

  /** The points as a tree. */
  final BallTree tree;

  private Probes(double[] points, double radius, double weight) {
    this.points = points;
    this.radius = radius;
    this.weight = weight;
    this.tree = new BallTree(points, new double[points.length / 3]);
  }

  /** Returns the probes of a collider that meets flat or convex fields. */
  static Probes of(Collider collider) {
    Shape shape = collider.shape();
    if (shape instanceof Shape.Sphere sphere) {
      return placed(collider, new double[3], sphere.radius(), 1);
    }
    if (shape instanceof Shape.Capsule capsule) {
      return placed(collider, axis(capsule), capsule.radius(), 0.5);
    }
    if (shape instanceof Shape.Box box) {
      return placed(collider, corners(box), 0, FOUR_CORNERS);
    }
    if (shape instanceof Shape.Cylinder cylinder) {
      return placed(collider, rims(cylinder), 0, FOUR_CORNERS);
    }
    if (shape instanceof Shape.Mesh mesh) {
      return placed(collider, hull(collider.name(), mesh.mesh()), 0, FOUR_CORNERS);
    }
    throw new IllegalArgumentException("a plane has no points to probe with");
  }

  /** Returns all vertices of a mesh: in curved fields its hollows count too. */
  static Probes ofVertices(Collider collider, Shape.Mesh mesh) {
    return placed(collider, mesh.mesh().vertices(), 0, FOUR_CORNERS);
  }

  private static Probes placed(Collider collider, double[] local, double radius, double weight) {
    double[] points = new double[local.length];
    for (int i = 0; i < local.length; i += 3) {
      Vec3 point = collider.rotation().rotate(Vec3.of(local, i)).plus(collider.position());
      point.copyTo(points, i);
    }
    return new Probes(points, radius, weight);
  }

  /** Both ends of the axis, and points between them no farther apart than the radius. */
  private static double[] axis(Shape.Capsule capsule) {
    int pieces = Math.max(1, (int) Math.ceil(2 * capsule.halfLength() / capsule.radius()));
    double[] points = new double[3 * (pieces + 1)];
    for (int i = 0; i <= pieces; i++) {
      points[3 * i + 2] = capsule.halfLength() * (2.0 * i / pieces - 1);
    }
    return points;
  }

  /** The corners of the hull, few of them: how fine a mesh is does not matter to a plane. */
  private static double[] hull(String name, TriangleMesh mesh) {
    double tolerance = HULL_TOLERANCE * BoundingBox.of(mesh).diagonal();
    try {
      return ConvexHull.of(mesh.vertices(), tolerance).mesh().vertices();
    } catch (NotSolidException e) {
      throw new SimulationException(
          "the mesh of collider '"
              + name
              + "' cannot be in contact: "
              + e.getMessage()
              + "; use a mesh of a solid, or a box");
    }
  }

  private static double[] corners(Shape.Box box) {
    double[] points = new double[3 * 8];
    for (int i = 0; i < 8; i++) {
      points[3 * i] = (i & 1) == 0 ? -box.halfX() : box.halfX();
      points[3 * i + 1] = (i & 2) == 0 ? -box.halfY() : box.halfY();
      points[3 * i + 2] = (i & 4) == 0 ? -box.halfZ() : box.halfZ();
    }
    return points;
  }

  private static double[] rims(Shape.Cylinder cylinder) {
    double[] points = new double[3 * 2 * RIM];
    for (int i = 0; i < RIM; i++) {
      double angle = 2 * Math.PI * i / RIM;
      for (int end = 0; end < 2; end++) {
        int k = 3 * (2 * i + end);
        points[k] = cylinder.radius() * Math.cos(angle);
        points[k + 1] = cylinder.radius() * Math.sin(angle);
        points[k + 2] = end == 0 ? -cylinder.halfLength() : cylinder.halfLength();
      }
    }
    return points;
  }
}
