package org.dextwin.devices.safety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.mesh.BoundingBox;

/**
 * Stands capsules in for collision shapes. A box becomes a row of capsules of its smallest half
 * extent, side by side along its middle one; its edges stick out of them by at most 0.42 of that. A
 * cylinder becomes the capsule round it, a mesh the capsules of the box round it.
 */
final class Capsules {

  /**
   * A capsule in the frame of its link.
   *
   * @param from one end of its axis [m]
   * @param to the other [m]
   * @param radius radius [m]
   */
  record Capsule(Vec3 from, Vec3 to, double radius) {}

  private Capsules() {}

  static List<Capsule> of(Collider collider) {
    return shapeOf(collider.shape()).stream()
        .map(c -> new Capsule(placed(collider, c.from()), placed(collider, c.to()), c.radius()))
        .toList();
  }

  private static List<Capsule> shapeOf(Shape shape) {
    if (shape instanceof Shape.Sphere sphere) {
      return List.of(new Capsule(Vec3.ZERO, Vec3.ZERO, sphere.radius()));
    } else if (shape instanceof Shape.Capsule capsule) {
      return List.of(along(capsule.halfLength(), capsule.radius()));
    } else if (shape instanceof Shape.Cylinder cylinder) {
      return List.of(along(cylinder.halfLength(), cylinder.radius()));
    } else if (shape instanceof Shape.Box box) {
      return row(Vec3.ZERO, box.halfX(), box.halfY(), box.halfZ());
    } else if (shape instanceof Shape.Mesh mesh) {
      BoundingBox bounds = BoundingBox.of(mesh.mesh());
      Vec3 half = bounds.size().times(0.5);
      return row(bounds.center(), half.x(), half.y(), half.z());
    }
    return List.of(); // a plane: no robot carries one
  }

  private static List<Capsule> row(Vec3 centre, double halfX, double halfY, double halfZ) {
    Vec3[] sides = {Vec3.X.times(halfX), Vec3.Y.times(halfY), Vec3.Z.times(halfZ)};
    Arrays.sort(sides, Comparator.comparingDouble(Vec3::norm));
    double radius = sides[0].norm();
    Vec3 reach = shortened(sides[1], radius);
    Vec3 axis = shortened(sides[2], radius);
    int gaps = (int) Math.ceil(reach.norm() / radius); // neighbours at most two radii apart
    List<Capsule> capsules = new ArrayList<>();
    for (int i = 0; i <= gaps; i++) {
      Vec3 middle = centre.plus(reach.times(gaps == 0 ? 0 : 2.0 * i / gaps - 1));
      capsules.add(new Capsule(middle.minus(axis), middle.plus(axis), radius));
    }
    return capsules;
  }

  private static Vec3 shortened(Vec3 side, double by) {
    return side.times(Math.max(0, 1 - by / side.norm()));
  }

  private static Capsule along(double half, double radius) {
    return new Capsule(new Vec3(0, 0, -half), new Vec3(0, 0, half), radius);
  }

  private static Vec3 placed(Collider collider, Vec3 p) {
    return collider.position().plus(collider.rotation().rotate(p));
  }
}
