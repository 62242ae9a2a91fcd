package org.dextwin.mechanics.urdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.dynamics.PhysicalInertia;
import org.dextwin.mechanics.mesh.NotSolidException;
import org.dextwin.mechanics.mesh.SolidMass;
import org.dextwin.mechanics.xml.XmlElement;
import org.dextwin.mechanics.xml.XmlNotes;

/** Reads one link. */
final class UrdfLink {

  /** By this share a largest moment may exceed the sum of the others by rounding. */
  private static final double ROUNDING = 1e-9;

  /** Stands for a body whose inertia and shape are not given [m]. */
  private static final double SMALL_BALL = 0.01;

  private static final Set<String> KNOWN =
      Set.of("inertial", "collision", "visual", "contact", "material", "origin");

  private final XmlElement element;
  private final UrdfMeshes meshes;
  private final XmlNotes notes;

  UrdfLink(XmlElement element, UrdfMeshes meshes, XmlNotes notes) {
    this.element = element;
    this.meshes = meshes;
    this.notes = notes;
  }

  Link read() {
    for (XmlElement child : element.children()) {
      if (!KNOWN.contains(child.name())) {
        notes.add(child, "<" + child.name() + "> of a link is not known; left out");
      }
    }
    List<Collider> colliders = colliders();
    return new Link(element.required("name"), mass(colliders), colliders);
  }

  private Optional<MassProperties> mass(List<Collider> colliders) {
    List<XmlElement> inertials = element.children("inertial");
    if (inertials.isEmpty()) {
      return Optional.empty();
    }
    if (inertials.size() > 1) {
      throw inertials.get(1).problem("found a second inertial; expected one per link");
    }
    XmlElement inertial = inertials.get(0);
    XmlElement massElement = only(inertial, "mass");
    double mass = number(massElement, "value");
    if (mass < 0) {
      throw massElement.problem("the mass is " + mass + " kg; expected at least 0; correct it");
    }
    if (mass == 0) {
      return Optional.empty();
    }
    UrdfOrigin origin = UrdfOrigin.of(inertial, notes);
    if (inertial.children("inertia").isEmpty()) {
      return Optional.of(guessed(inertial, "there is no <inertia>", mass, origin, colliders));
    }
    XmlElement inertiaElement = only(inertial, "inertia");
    SymmetricMatrix3 inertia =
        new SymmetricMatrix3(
            number(inertiaElement, "ixx"),
            number(inertiaElement, "iyy"),
            number(inertiaElement, "izz"),
            inertiaElement.number("ixy").orElse(0),
            inertiaElement.number("ixz").orElse(0),
            inertiaElement.number("iyz").orElse(0));
    if (!inertia.isPositiveDefinite()) {
      boolean zero = inertia.equals(SymmetricMatrix3.diagonal(0, 0, 0));
      String what =
          zero ? "the inertia is zero" : "the inertia has a principal moment that is not positive";
      return Optional.of(
          guessed(
              inertiaElement,
              what + ", which no body of that mass can have",
              mass,
              origin,
              colliders));
    }
    double excess = PhysicalInertia.excess(inertia);
    if (excess > ROUNDING) {
      notes.add(
          inertiaElement,
          "the largest principal moment of inertia exceeds the sum of the others, by %.2g %%, which"
                  .formatted(100 * excess)
              + " no body can have; the smaller ones are raised");
      inertia = PhysicalInertia.nearest(inertia);
    }
    return Optional.of(
        new MassProperties(mass, origin.position(), inertia.rotated(origin.rotation())));
  }

  /** Spreads a mass evenly over the shapes; a ball where there are none. */
  private MassProperties guessed(
      XmlElement place, String what, double mass, UrdfOrigin origin, List<Collider> colliders) {
    List<MassProperties> parts = new ArrayList<>();
    for (Collider collider : colliders) {
      solid(collider.shape(), mass / colliders.size())
          .map(part -> part.inFrame(collider.position(), collider.rotation()))
          .ifPresent(parts::add);
    }
    if (parts.isEmpty()) {
      notes.add(place, what + "; that of a ball of 1 cm radius is taken");
      SymmetricMatrix3 ball = SolidMass.of(new Shape.Sphere(SMALL_BALL), mass).inertia();
      return new MassProperties(mass, origin.position(), ball);
    }
    notes.add(place, what + "; that of its collision shapes is taken");
    SymmetricMatrix3 inertia =
        parts.stream().reduce(MassProperties::plus).orElseThrow().withMass(mass).inertia();
    return new MassProperties(mass, origin.position(), inertia);
  }

  private static Optional<MassProperties> solid(Shape shape, double mass) {
    try {
      return Optional.of(
          shape instanceof Shape.Mesh mesh
              ? SolidMass.uniformOrHull(mesh.mesh(), mass)
              : SolidMass.of(shape, mass));
    } catch (NotSolidException e) {
      return Optional.empty(); // a flat mesh has no inertia to go by
    }
  }

  private List<Collider> colliders() {
    List<Collider> colliders = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (XmlElement collision : element.children("collision")) {
      UrdfOrigin origin = UrdfOrigin.of(collision, notes);
      XmlElement geometry = only(collision, "geometry");
      if (geometry.children().size() != 1) {
        throw geometry.problem(
            "found "
                + geometry.children().size()
                + " shapes; expected one of box, cylinder, sphere, capsule and mesh");
      }
      XmlElement shapeElement = geometry.children().get(0);
      Optional<Shape> shape = shape(shapeElement);
      if (shape.isPresent()) {
        String name = unused(ownName(collision).orElse(shapeElement.name()), names);
        colliders.add(new Collider(name, shape.get(), origin.position(), origin.rotation()));
      }
    }
    return CapsuleParts.joined(colliders);
  }

  private Optional<String> ownName(XmlElement collision) {
    String prefix = UrdfWriter.prefix(element.required("name"));
    return collision
        .text("name")
        .map(name -> name.startsWith(prefix) ? name.substring(prefix.length()) : name)
        .filter(name -> !name.isBlank());
  }

  private static String unused(String wanted, Set<String> names) {
    String name = wanted;
    for (int i = 2; !names.add(name); i++) {
      name = wanted + "-" + i;
    }
    return name;
  }

  private Optional<Shape> shape(XmlElement shape) {
    try {
      return switch (shape.name()) {
        case "box" -> {
          Vec3 size =
              shape
                  .vector("size")
                  .orElseThrow(() -> shape.problem("found no size; expected three lengths in m"));
          yield Optional.of(new Shape.Box(size.x() / 2, size.y() / 2, size.z() / 2));
        }
        case "sphere" -> Optional.of(new Shape.Sphere(number(shape, "radius")));
        case "cylinder" ->
            Optional.of(new Shape.Cylinder(number(shape, "radius"), number(shape, "length") / 2));
        case "capsule" ->
            Optional.of(new Shape.Capsule(number(shape, "radius"), number(shape, "length") / 2));
        case "mesh" -> meshes.read(shape).map(Shape.Mesh::new);
        default ->
            throw shape.problem(
                "found a shape that URDF does not know; expected box, cylinder, sphere, capsule or"
                    + " mesh");
      };
    } catch (IllegalArgumentException e) { // a size that is no size
      throw shape.problem(String.valueOf(e.getMessage()));
    }
  }

  private static XmlElement only(XmlElement parent, String name) {
    List<XmlElement> found = parent.children(name);
    if (found.size() != 1) {
      throw parent.problem(
          "found "
              + (found.isEmpty() ? "no" : found.size())
              + " <"
              + name
              + ">; expected one"
              + (found.isEmpty() ? "; add it" : ""));
    }
    return found.get(0);
  }

  private static double number(XmlElement element, String attribute) {
    return element
        .number(attribute)
        .orElseThrow(
            () ->
                element.problem(
                    "found no "
                        + attribute
                        + "; expected a number; add "
                        + attribute
                        + "=\"...\""));
  }
}
