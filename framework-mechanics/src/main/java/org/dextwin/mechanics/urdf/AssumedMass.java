package org.dextwin.mechanics.urdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.mesh.ConvexHull;
import org.dextwin.mechanics.mesh.NotSolidException;
import org.dextwin.mechanics.mesh.SolidMass;

/**
 * Masses for links of which a file gives none. A joint that moves no mass has no motion that
 * mechanics could tell, so such links cannot stay without.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class AssumedMass {

  /** Density of water, which is near to that of plastic parts, and MuJoCo's default [kg/m^3]. */
  public static final double USUAL_DENSITY = 1000;

  /** Stands for a part whose shape is not known either [m]. */
  private static final double SMALL_BALL = 0.01;

  private AssumedMass() {}

  /**
   * Gives a link without mass that of its collision shapes; where they overlap it counts twice.
   *
   * @param link the link
   * @param density density of its shapes [kg/m^3]
   * @return the link, as it was if it has mass or no shape
   */
  public static Link ofShapes(Link link, double density) {
    if (link.mass().isPresent()) {
      return link;
    }
    List<MassProperties> parts = new ArrayList<>();
    for (Collider collider : link.colliders()) {
      part(collider, density).ifPresent(parts::add);
    }
    return new Link(link.name(), parts.stream().reduce(MassProperties::plus), link.colliders());
  }

  /**
   * Finds the joints that move no mass, be it of their links or of what these carry.
   *
   * @param links the links
   * @param joints the joints, each after those that carry it
   * @return names of the moving joints that do, from the root outwards
   */
  public static List<String> weightless(List<Link> links, List<Joint> joints) {
    Set<String> heavy = new HashSet<>();
    links.stream().filter(link -> link.mass().isPresent()).forEach(link -> heavy.add(link.name()));
    List<String> weightless = new ArrayList<>();
    for (int i = joints.size() - 1; i >= 0; i--) { // from the tips inwards
      Joint joint = joints.get(i);
      if (heavy.contains(joint.child())) {
        heavy.add(joint.parent());
      } else if (joint.type() != Joint.Type.FIXED) {
        weightless.add(0, joint.name());
      }
    }
    return weightless;
  }

  /**
   * Gives mass to what joints move that would move none: that of water in the place of the
   * collision shapes, or, where there are none, of a ball of 1 cm radius.
   *
   * @param links the links
   * @param joints the joints, each after those that carry it
   * @return the links; those that are not concerned as they were
   */
  public static List<Link> filled(List<Link> links, List<Joint> joints) {
    List<Link> shaped = filled(links, joints, AssumedMass::ofWater);
    return filled(shaped, joints, AssumedMass::ofBall);
  }

  /**
   * Gives mass to what the joints of a robot move that would move none.
   *
   * @param robot the robot
   * @return the robot; itself if it lacks nothing
   * @see #filled(List, List)
   */
  public static RobotModel filled(RobotModel robot) {
    List<Link> links = filled(robot.links(), robot.joints());
    return links.equals(robot.links())
        ? robot
        : new RobotModel(robot.name(), robot.root(), links, robot.joints(), robot.actuators());
  }

  private interface Filling {
    Link of(Link link, boolean moved);
  }

  private static List<Link> filled(List<Link> links, List<Joint> joints, Filling filling) {
    Set<String> names = new HashSet<>(weightless(links, joints));
    Set<String> carried = new HashSet<>();
    Set<String> moved = new HashSet<>();
    for (Joint joint : joints) {
      if (names.contains(joint.name())) {
        moved.add(joint.child());
      }
      if (names.contains(joint.name()) || carried.contains(joint.parent())) {
        carried.add(joint.child());
      }
    }
    return links.stream()
        .map(
            link ->
                carried.contains(link.name())
                    ? filling.of(link, moved.contains(link.name()))
                    : link)
        .toList();
  }

  private static Link ofWater(Link link, boolean moved) {
    return ofShapes(link, USUAL_DENSITY);
  }

  private static Link ofBall(Link link, boolean moved) {
    if (!moved) {
      return link; // fixed to one that is
    }
    Shape ball = new Shape.Sphere(SMALL_BALL);
    MassProperties mass = SolidMass.of(ball, USUAL_DENSITY * volume(ball));
    return new Link(link.name(), Optional.of(mass), link.colliders());
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
