package org.dextwin.mechanics.collision;

import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.mesh.BoundingBox;

/**
 * An obstacle as a box with rounded edges (a sphere is a point, a capsule a line, rounded) or as a
 * half space. The signed distance to either is convex, so that its least value on a segment is
 * found by narrowing.
 */
final class Solid {

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /** Leaves 1e-7 of the segment. */
  private static final int NARROWINGS = 34;

  private final boolean halfSpace;
  private final double[] half = new double[3];
  private final double rounding;
  private final double[] R_WS;
  private final double[] p_WS = new double[3];

  /** The point in question, in this solid's frame. */
  private final double[] local = new double[3];

  Solid(Obstacle obstacle) {
    Pose X_WS = obstacle.pose();
    Vec3 centre = Vec3.ZERO;
    Vec3 extent = Vec3.ZERO;
    double radius = 0;
    if (obstacle.shape() instanceof Shape.Sphere sphere) {
      radius = sphere.radius();
    } else if (obstacle.shape() instanceof Shape.Capsule capsule) {
      extent = new Vec3(0, 0, capsule.halfLength());
      radius = capsule.radius();
    } else if (obstacle.shape() instanceof Shape.Box box) {
      extent = new Vec3(box.halfX(), box.halfY(), box.halfZ());
    } else if (obstacle.shape() instanceof Shape.Cylinder cylinder) {
      extent = new Vec3(cylinder.radius(), cylinder.radius(), cylinder.halfLength());
    } else if (obstacle.shape() instanceof Shape.Mesh mesh) {
      BoundingBox bounds = BoundingBox.of(mesh.mesh());
      centre = bounds.center();
      extent = bounds.size().times(0.5);
    } else if (!(obstacle.shape() instanceof Shape.Plane)) {
      throw new IllegalArgumentException(
          "obstacle '" + obstacle.name() + "' has a shape of unknown kind: " + obstacle.shape());
    }
    halfSpace = obstacle.shape() instanceof Shape.Plane;
    rounding = radius;
    extent.copyTo(half, 0);
    R_WS = X_WS.rotation().toMatrix();
    X_WS.transform(centre).copyTo(p_WS, 0);
  }

  /** Returns the signed distance of a point in the world [m]. */
  double distance(double x, double y, double z) {
    localise(x, y, z);
    if (halfSpace) {
      return local[2];
    }
    double inside = Double.NEGATIVE_INFINITY;
    double squared = 0;
    for (int k = 0; k < 3; k++) {
      double beyond = Math.abs(local[k]) - half[k];
      inside = Math.max(inside, beyond);
      squared += beyond > 0 ? beyond * beyond : 0;
    }
    return (inside > 0 ? Math.sqrt(squared) : inside) - rounding;
  }

  /** Returns the gradient of the signed distance at a point in the world, a unit vector. */
  Vec3 normal(Vec3 p) {
    localise(p.x(), p.y(), p.z());
    double[] n = new double[3];
    if (halfSpace) {
      n[2] = 1;
    } else {
      int nearest = 0;
      double norm = 0;
      for (int k = 0; k < 3; k++) {
        double beyond = Math.abs(local[k]) - half[k];
        nearest = beyond > Math.abs(local[nearest]) - half[nearest] ? k : nearest;
        n[k] = Math.copySign(Math.max(beyond, 0), local[k]);
        norm = Math.hypot(norm, n[k]);
      }
      if (norm == 0) { // inside: out through the nearest face
        n[nearest] = Math.copySign(1, local[nearest]);
        norm = 1;
      }
      for (int k = 0; k < 3; k++) {
        n[k] /= norm;
      }
    }
    return new Vec3(
        R_WS[0] * n[0] + R_WS[1] * n[1] + R_WS[2] * n[2],
        R_WS[3] * n[0] + R_WS[4] * n[1] + R_WS[5] * n[2],
        R_WS[6] * n[0] + R_WS[7] * n[1] + R_WS[8] * n[2]);
  }

  private void localise(double x, double y, double z) {
    double dx = x - p_WS[0];
    double dy = y - p_WS[1];
    double dz = z - p_WS[2];
    for (int k = 0; k < 3; k++) {
      local[k] = R_WS[k] * dx + R_WS[3 + k] * dy + R_WS[6 + k] * dz;
    }
  }

  /**
   * Finds where on a segment the signed distance is least, by golden-section search.
   *
   * @param axis start of the segment and its direction, at the index
   * @return place on the segment, in [0, 1]
   */
  double nearest(double[] axis, int at) {
    double low = 0;
    double high = 1;
    double t1 = high - GOLDEN;
    double t2 = low + GOLDEN;
    double d1 = distanceAlong(axis, at, t1);
    double d2 = distanceAlong(axis, at, t2);
    for (int i = 0; i < NARROWINGS; i++) {
      if (d1 <= d2) {
        high = t2;
        t2 = t1;
        d2 = d1;
        t1 = high - GOLDEN * (high - low);
        d1 = distanceAlong(axis, at, t1);
      } else {
        low = t1;
        t1 = t2;
        d1 = d2;
        t2 = low + GOLDEN * (high - low);
        d2 = distanceAlong(axis, at, t2);
      }
    }
    return d1 <= d2 ? t1 : t2;
  }

  double distanceAlong(double[] axis, int at, double t) {
    return distance(
        axis[at] + t * axis[at + 3],
        axis[at + 1] + t * axis[at + 4],
        axis[at + 2] + t * axis[at + 5]);
  }
}
