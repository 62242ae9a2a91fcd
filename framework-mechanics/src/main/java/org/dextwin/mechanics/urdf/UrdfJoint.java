package org.dextwin.mechanics.urdf;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Joint;
import org.dextwin.mechanics.xml.XmlElement;
import org.dextwin.mechanics.xml.XmlNotes;

/**
 * One joint.
 *
 * @param element where it stands
 * @param joint the joint
 * @param motor limits of its motor
 * @param mimic what it is meant to follow
 */
record UrdfJoint(
    XmlElement element, Joint joint, UrdfRobot.Motor motor, Optional<UrdfRobot.Mimic> mimic) {

  private static final Set<String> KNOWN =
      Set.of("origin", "parent", "child", "axis", "limit", "dynamics", "mimic");

  /** Shorter axes have no direction. */
  private static final double SHORTEST_AXIS = 1e-9;

  /** Joints with limits turn by less: some wrists do three turns to each side [rad]. */
  private static final double MANY_TURNS = 6 * Math.PI + 0.1;

  String name() {
    return joint.name();
  }

  static UrdfJoint read(XmlElement element, Set<String> links, XmlNotes notes) {
    for (XmlElement child : element.children()) {
      if (!KNOWN.contains(child.name())) {
        notes.add(child, "<" + child.name() + "> of a joint has no place in a model; left out");
      }
    }
    String type = element.required("type");
    return switch (type) {
      case "fixed" -> fixed(element, links, notes);
      case "floating", "planar" -> {
        notes.add(
            element,
            "the joint is "
                + type
                + ", which no robot model has; it is fixed where it stands; the scene places robots");
        yield fixed(element, links, notes);
      }
      case "revolute", "continuous", "prismatic" -> moving(element, type, links, notes);
      default ->
          throw element.problem(
              "found the type "
                  + XmlElement.quoted(type)
                  + "; expected revolute, continuous, prismatic or fixed");
    };
  }

  private static UrdfJoint fixed(XmlElement element, Set<String> links, XmlNotes notes) {
    UrdfOrigin origin = UrdfOrigin.of(element, notes);
    Joint joint =
        joint(element, links, Joint.Type.FIXED, origin.position(), origin.rotation(), Vec3.Z, 0, 0);
    return new UrdfJoint(
        element, joint, new UrdfRobot.Motor(Optional.empty(), Optional.empty()), Optional.empty());
  }

  private static UrdfJoint moving(
      XmlElement element, String type, Set<String> links, XmlNotes notes) {
    UrdfOrigin origin = UrdfOrigin.of(element, notes);
    Vec3 axis = axis(element);
    Optional<XmlElement> limit = optional(element, "limit");
    boolean bounded = !type.equals("continuous");
    double lower = bounded ? bound(element, limit, "lower") : Double.NEGATIVE_INFINITY;
    double upper = bounded ? bound(element, limit, "upper") : Double.POSITIVE_INFINITY;
    if (lower > upper) {
      throw limit
          .orElse(element)
          .problem(
              "lower is "
                  + lower
                  + " and upper "
                  + upper
                  + "; expected lower below upper; swap"
                  + " them");
    }
    Joint.Type kind = type.equals("prismatic") ? Joint.Type.PRISMATIC : Joint.Type.REVOLUTE;
    if (type.equals("revolute") && Math.max(-lower, upper) > MANY_TURNS) {
      notes.add(
          limit.orElse(element),
          "a joint turns from %s to %s rad; is that degrees? URDF has radians"
              .formatted(lower, upper));
    }
    if (lower == upper) {
      notes.add(element, "both limits of a joint are the same; it is fixed there");
      return locked(element, links, kind, origin, axis, lower);
    }
    Joint joint =
        joint(element, links, kind, origin.position(), origin.rotation(), axis, lower, upper);
    return new UrdfJoint(
        element,
        joint,
        new UrdfRobot.Motor(positive(limit, "effort", notes), positive(limit, "velocity", notes)),
        optional(element, "mimic").map(UrdfJoint::mimic));
  }

  private static UrdfJoint locked(
      XmlElement element,
      Set<String> links,
      Joint.Type kind,
      UrdfOrigin origin,
      Vec3 axis,
      double q) {
    Vec3 position = origin.position();
    Quat rotation = origin.rotation();
    if (kind == Joint.Type.PRISMATIC) {
      position = position.plus(rotation.rotate(axis.times(q)));
    } else {
      rotation = rotation.times(Quat.aboutAxis(axis, q));
    }
    return new UrdfJoint(
        element,
        joint(element, links, Joint.Type.FIXED, position, rotation, axis, 0, 0),
        new UrdfRobot.Motor(Optional.empty(), Optional.empty()),
        Optional.empty());
  }

  private static Joint joint(
      XmlElement element,
      Set<String> links,
      Joint.Type type,
      Vec3 position,
      Quat rotation,
      Vec3 axis,
      double lower,
      double upper) {
    Optional<XmlElement> dynamics = optional(element, "dynamics");
    boolean moves = type != Joint.Type.FIXED;
    try {
      return new Joint(
          element.required("name"),
          type,
          link(element, "parent", links),
          link(element, "child", links),
          position,
          rotation,
          axis,
          lower,
          upper,
          moves ? dynamics.map(it -> it.number("damping").orElse(0)).orElse(0.0) : 0,
          moves ? dynamics.map(it -> it.number("friction").orElse(0)).orElse(0.0) : 0,
          0);
    } catch (IllegalArgumentException e) {
      throw dynamics.orElse(element).problem(String.valueOf(e.getMessage()));
    }
  }

  private static String link(XmlElement element, String end, Set<String> links) {
    XmlElement found =
        optional(element, end)
            .orElseThrow(
                () ->
                    element.problem(
                        "found no <" + end + ">; expected <" + end + " link=\"...\"/>"));
    String name = found.required("link");
    if (!links.contains(name)) {
      throw found.problem(
          "found the link " + XmlElement.quoted(name) + "; expected one of " + shown(links));
    }
    return name;
  }

  private static String shown(Set<String> names) {
    List<String> first = names.stream().limit(40).toList();
    return first + (names.size() > first.size() ? " and " + (names.size() - 40) + " more" : "");
  }

  private static Vec3 axis(XmlElement element) {
    Optional<XmlElement> found = optional(element, "axis");
    Vec3 axis = found.flatMap(it -> it.vector("xyz")).orElse(Vec3.X);
    if (axis.norm() < SHORTEST_AXIS) {
      throw found
          .orElse(element)
          .problem("the axis has no length; expected a direction, such as 0 0 1");
    }
    return axis.normalized();
  }

  private static double bound(XmlElement element, Optional<XmlElement> limit, String end) {
    XmlElement found =
        limit.orElseThrow(
            () ->
                element.problem(
                    "found no <limit>; expected <limit lower=... upper=.../> in rad or m; add it,"
                        + " or make the joint continuous or fixed"));
    boolean neither = !found.has("lower") && !found.has("upper");
    if (neither) {
      throw found.problem(
          "found neither lower nor upper, which leaves the joint no room; expected both, in rad or"
              + " m; add them, or make the joint continuous or fixed");
    }
    return found.number(end).orElse(0); // URDF's default
  }

  /** Exporters write zero for "not known": a motor without torque or speed would be none. */
  private static Optional<Double> positive(
      Optional<XmlElement> limit, String attribute, XmlNotes notes) {
    if (limit.isEmpty()) {
      return Optional.empty();
    }
    double number = limit.get().number(attribute).orElse(0);
    if (number < 0) {
      notes.add(limit.get(), "the limit of " + attribute + " is negative; taken as not known");
    }
    return number > 0 ? Optional.of(number) : Optional.empty();
  }

  private static UrdfRobot.Mimic mimic(XmlElement element) {
    return new UrdfRobot.Mimic(
        element.required("joint"),
        element.number("multiplier").orElse(1),
        element.number("offset").orElse(0));
  }

  private static Optional<XmlElement> optional(XmlElement element, String name) {
    List<XmlElement> found = element.children(name);
    if (found.size() > 1) {
      throw found.get(1).problem("found a second <" + name + "> in a joint; expected one");
    }
    return found.stream().findFirst();
  }
}
