package org.dextwin.mechanics.urdf;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Shape;

/**
 * Capsules, which plain URDF does not know, as a cylinder and two balls, whose names tell that they
 * belong together.
 */
final class CapsuleParts {

  private static final String SIDE = "~side";
  private static final String TOP = "~top";
  private static final String BOTTOM = "~bottom";

  private CapsuleParts() {}

  static List<Collider> split(Collider collider) {
    if (!(collider.shape() instanceof Shape.Capsule capsule)) {
      return List.of(collider);
    }
    Vec3 up = collider.rotation().rotate(Vec3.Z).times(capsule.halfLength());
    Shape ball = new Shape.Sphere(capsule.radius());
    return List.of(
        new Collider(
            collider.name() + SIDE,
            new Shape.Cylinder(capsule.radius(), capsule.halfLength()),
            collider.position(),
            collider.rotation()),
        new Collider(
            collider.name() + TOP, ball, collider.position().plus(up), collider.rotation()),
        new Collider(
            collider.name() + BOTTOM, ball, collider.position().minus(up), collider.rotation()));
  }

  /** Joins what {@link #split} took apart, and leaves all else. */
  static List<Collider> joined(List<Collider> colliders) {
    List<Collider> joined = new ArrayList<>();
    for (int i = 0; i < colliders.size(); i++) {
      Collider collider = colliders.get(i);
      if (i + 2 < colliders.size() && belong(colliders.subList(i, i + 3))) {
        Shape.Cylinder side = (Shape.Cylinder) collider.shape();
        joined.add(
            new Collider(
                collider.name().substring(0, collider.name().length() - SIDE.length()),
                new Shape.Capsule(side.radius(), side.halfLength()),
                collider.position(),
                collider.rotation()));
        i += 2;
      } else {
        joined.add(collider);
      }
    }
    return joined;
  }

  private static boolean belong(List<Collider> three) {
    String name = three.get(0).name();
    if (!name.endsWith(SIDE) || !(three.get(0).shape() instanceof Shape.Cylinder side)) {
      return false;
    }
    String stem = name.substring(0, name.length() - SIDE.length());
    Vec3 up = three.get(0).rotation().rotate(Vec3.Z).times(side.halfLength());
    Vec3 center = three.get(0).position();
    return isBall(three.get(1), stem + TOP, side.radius(), center.plus(up))
        && isBall(three.get(2), stem + BOTTOM, side.radius(), center.minus(up));
  }

  private static boolean isBall(Collider collider, String name, double radius, Vec3 center) {
    return collider.name().equals(name)
        && collider.shape() instanceof Shape.Sphere ball
        && ball.radius() == radius
        && collider.position().distanceTo(center) < 1e-9;
  }
}
