package org.dextwin.mechanics.collision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.mesh.BoundingBox;

/**
 * A capsule on a link of a robot. Every collision shape is covered by capsules, never less than the
 * shape: a cylinder by the one round it, a box by a row of them along its longest side.
 *
 * @param link index of the link
 * @param from one end of the axis, in the link [m]
 * @param to the other end [m]
 * @param radius radius [m]
 */
record LinkCapsule(int link, Vec3 from, Vec3 to, double radius) {

  static List<LinkCapsule> covering(int link, Collider collider) {
    return covering(collider.shape()).stream()
        .map(
            capsule ->
                new LinkCapsule(
                    link,
                    placed(collider, capsule.from),
                    placed(collider, capsule.to),
                    capsule.radius))
        .toList();
  }

  private static Vec3 placed(Collider collider, Vec3 p) {
    return collider.position().plus(collider.rotation().rotate(p));
  }

  private static List<LinkCapsule> covering(Shape shape) {
    if (shape instanceof Shape.Sphere sphere) {
      return List.of(upright(0, sphere.radius()));
    } else if (shape instanceof Shape.Capsule capsule) {
      return List.of(upright(capsule.halfLength(), capsule.radius()));
    } else if (shape instanceof Shape.Cylinder cylinder) {
      return List.of(upright(cylinder.halfLength(), cylinder.radius()));
    } else if (shape instanceof Shape.Box box) {
      return row(Vec3.ZERO, new Vec3(box.halfX(), box.halfY(), box.halfZ()));
    } else if (shape instanceof Shape.Mesh mesh) {
      BoundingBox bounds = BoundingBox.of(mesh.mesh());
      return row(bounds.center(), bounds.size().times(0.5));
    }
    throw new IllegalArgumentException("a link carries a plane; no capsule can stand for it");
  }

  private static LinkCapsule upright(double half, double radius) {
    return new LinkCapsule(0, new Vec3(0, 0, -half), new Vec3(0, 0, half), radius);
  }

  /**
   * Covers a box: seen along its longest side it is a rectangle, cut across into about squares, and
   * each of these has a disc round it.
   */
  private static List<LinkCapsule> row(Vec3 centre, Vec3 half) {
    Vec3[] sides = {Vec3.X.times(half.x()), Vec3.Y.times(half.y()), Vec3.Z.times(half.z())};
    Arrays.sort(sides, Comparator.comparingDouble(Vec3::norm));
    double thickness = sides[0].norm();
    double width = sides[1].norm();
    int count = (int) Math.ceil(width / Math.max(thickness, width / 16));
    double radius = Math.hypot(thickness, width / count);
    List<LinkCapsule> capsules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Vec3 middle = centre.plus(sides[1].times((2.0 * i + 1) / count - 1));
      capsules.add(new LinkCapsule(0, middle.minus(sides[2]), middle.plus(sides[2]), radius));
    }
    return capsules;
  }
}
