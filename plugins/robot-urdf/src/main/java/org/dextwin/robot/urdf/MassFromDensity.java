package org.dextwin.robot.urdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.mesh.ConvexHull;
import org.dextwin.mechanics.mesh.NotSolidException;
import org.dextwin.mechanics.mesh.SolidMass;

/** Gives links the mass of their collision shapes; where shapes overlap it counts twice. */
final class MassFromDensity {

  private MassFromDensity() {}

  static Link fill(Link link, double density) {
    if (link.mass().isPresent()) {
      return link;
    }
    List<MassProperties> parts = new ArrayList<>();
    for (Collider collider : link.colliders()) {
      part(collider, density).ifPresent(parts::add);
    }
    return new Link(link.name(), parts.stream().reduce(MassProperties::plus), link.colliders());
  }

  private static Optional<MassProperties> part(Collider collider, double density) {
    try {
      Shape shape = collider.shape();
      double mass = density * volume(shape);
      MassProperties own =
          shape instanceof Shape.Mesh mesh
              ? SolidMass.uniformOrHull(mesh.mesh(), mass)
              : SolidMass.of(shape, mass);
      return Optional.of(own.inFrame(collider.position(), collider.rotation()));
    } catch (NotSolidException e) {
      return Optional.empty(); // a flat mesh holds nothing
    }
  }

  private static double volume(Shape shape) {
    if (shape instanceof Shape.Box box) {
      return 8 * box.halfX() * box.halfY() * box.halfZ();
    } else if (shape instanceof Shape.Sphere ball) {
      return 4 * Math.PI / 3 * Math.pow(ball.radius(), 3);
    } else if (shape instanceof Shape.Cylinder cylinder) {
      return 2 * Math.PI * cylinder.radius() * cylinder.radius() * cylinder.halfLength();
    } else if (shape instanceof Shape.Capsule capsule) {
      double r = capsule.radius();
      return Math.PI * r * r * (2 * capsule.halfLength() + 4 * r / 3);
    } else if (shape instanceof Shape.Mesh mesh) {
      return SolidMass.defect(mesh.mesh()).isEmpty()
          ? SolidMass.volume(mesh.mesh())
          : ConvexHull.of(mesh.mesh()).volume();
    }
    throw new IllegalStateException("URDF has no " + shape);
  }
}
