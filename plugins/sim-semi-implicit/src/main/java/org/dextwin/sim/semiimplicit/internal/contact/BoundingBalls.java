package org.dextwin.sim.semiimplicit.internal.contact;

import static org.dextwin.mechanics.dynamics.Frames.ROTATION;
import static org.dextwin.mechanics.dynamics.Frames.SPATIAL;
import static org.dextwin.mechanics.dynamics.Vectors.dot;

import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Shape;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.dynamics.Frames;
import org.dextwin.mechanics.mesh.BoundingBox;

/**
 * Balls round two colliders: the first test of every pair, and the measure of too deep a contact.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class BoundingBalls {

  private final int firstFrame;
  private final int secondFrame;
  private final Vec3 firstCenter;
  private final Vec3 secondCenter;

  /** Farthest points from the origins of the frames. */
  private final double firstSize;

  private final double secondSize;
  private final double reach;
  private final double largestDepth;

  BoundingBalls(int firstFrame, Collider first, int secondFrame, Collider second) {
    this.firstFrame = firstFrame;
    this.secondFrame = secondFrame;
    Extent firstExtent = Extent.of(first.shape());
    Extent secondExtent = Extent.of(second.shape());
    this.firstCenter = first.position().plus(first.rotation().rotate(firstExtent.center));
    this.secondCenter = second.position().plus(second.rotation().rotate(secondExtent.center));
    this.firstSize = firstCenter.norm() + firstExtent.radius;
    this.secondSize = secondCenter.norm() + secondExtent.radius;
    this.reach = firstExtent.radius + secondExtent.radius;
    this.largestDepth = Math.min(firstExtent.thickness, secondExtent.thickness);
  }

  /** Says that the colliders are farther apart than a margin. */
  boolean apart(Frames frames, double margin) {
    if (reach == Double.POSITIVE_INFINITY) {
      return false;
    }
    double squared = 0;
    for (int axis = 0; axis < 3; axis++) {
      double d =
          coordinate(frames, firstFrame, firstCenter, axis)
              - coordinate(frames, secondFrame, secondCenter, axis);
      squared += d * d;
    }
    return squared > (reach + margin) * (reach + margin);
  }

  /** Bound of the speed at which points of the colliders meet [m/s]. */
  double speed(Frames frames) {
    return speed(frames, firstFrame, firstSize) + speed(frames, secondFrame, secondSize);
  }

  private static double speed(Frames frames, int frame, double size) {
    double[] v = frames.velocity;
    int i = SPATIAL * frame;
    double angular = Math.sqrt(dot(v, i, v, i));
    double linear = Math.sqrt(dot(v, i + 3, v, i + 3));
    // a plane has no size, and does not turn
    return angular == 0 ? linear : linear + angular * size;
  }

  private static double coordinate(Frames frames, int frame, Vec3 p, int axis) {
    int r = ROTATION * frame + 3 * axis;
    return frames.position[3 * frame + axis]
        + frames.rotation[r] * p.x()
        + frames.rotation[r + 1] * p.y()
        + frames.rotation[r + 2] * p.z();
  }

  /** Half the thickness of the thinner shape: beyond it, the nearest way out is on the far side. */
  double largestDepth() {
    return largestDepth;
  }

  /** Ball round a shape, and the smallest distance from its middle to its surface. */
  private record Extent(Vec3 center, double radius, double thickness) {

    static Extent of(Shape shape) {
      if (shape instanceof Shape.Sphere sphere) {
        return new Extent(Vec3.ZERO, sphere.radius(), sphere.radius());
      }
      if (shape instanceof Shape.Capsule capsule) {
        return new Extent(Vec3.ZERO, capsule.radius() + capsule.halfLength(), capsule.radius());
      }
      if (shape instanceof Shape.Cylinder cylinder) {
        return new Extent(
            Vec3.ZERO,
            Math.hypot(cylinder.radius(), cylinder.halfLength()),
            Math.min(cylinder.radius(), cylinder.halfLength()));
      }
      if (shape instanceof Shape.Box box) {
        return new Extent(
            Vec3.ZERO,
            Math.sqrt(
                box.halfX() * box.halfX() + box.halfY() * box.halfY() + box.halfZ() * box.halfZ()),
            Math.min(box.halfX(), Math.min(box.halfY(), box.halfZ())));
      }
      if (shape instanceof Shape.Mesh mesh) {
        return ofMesh(mesh.mesh());
      }
      return new Extent(Vec3.ZERO, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private static Extent ofMesh(TriangleMesh mesh) {
      BoundingBox box = BoundingBox.of(mesh);
      Vec3 center = box.center();
      Vec3 half = box.size().times(0.5);
      return new Extent(center, half.norm(), Math.min(half.x(), Math.min(half.y(), half.z())));
    }
  }
}
