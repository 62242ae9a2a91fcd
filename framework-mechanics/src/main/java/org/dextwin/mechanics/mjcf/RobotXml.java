package org.dextwin.mechanics.mjcf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.xml.XmlText;

/** Writes a robot as a tree of bodies, depth first. */
final class RobotXml {

  /** Stands for "no limit" where the other side has one; MuJoCo's largest number. */
  private static final double UNLIMITED = 1e10;

  /**
   * Time in which MuJoCo lets dry friction stop a joint [s]; it takes two time steps where those
   * are longer. Its usual 20 ms would also be the least time in which anything else may stop it:
   * within a shorter touch, friction would drive the joint on.
   */
  private static final double FRICTION_TIME = 1e-5;

  private final RobotModel robot;
  private final String prefix;
  private final Map<String, Link> links = new HashMap<>();
  private final Map<String, List<Joint>> children = new HashMap<>();
  private final Map<String, Double> carriedMass = new HashMap<>();
  private final Set<String> moving = new HashSet<>();
  private final Map<String, Double> surfaceMass = new HashMap<>();
  private final List<Joint> depthFirst = new ArrayList<>();

  /**
   * Prepares a robot.
   *
   * @param robot the robot
   * @param prefix what its names begin with in the model, such as {@code hand/}; or nothing
   * @throws IllegalArgumentException if MuJoCo cannot represent it
   */
  RobotXml(RobotModel robot, String prefix) {
    this.robot = robot;
    this.prefix = prefix;
    robot.links().forEach(link -> links.put(link.name(), link));
    robot.joints().forEach(it -> list(it.parent()).add(it));
    weigh();
    for (Joint joint : robot.joints()) { // parents first
      boolean moves = joint.type() != Joint.Type.FIXED;
      if (moves) {
        requireRepresentable(joint);
      }
      if (moves || moving.contains(joint.parent())) {
        moving.add(joint.child());
        requireNoPlane(link(joint.child()));
        surfaceMass.put(
            joint.child(), moves ? carried(joint.child()) : surfaceMass(joint.parent()));
      }
    }
  }

  private List<Joint> list(String link) {
    return children.computeIfAbsent(link, name -> new ArrayList<>());
  }

  private Link link(String name) {
    Link link = links.get(name);
    if (link == null) {
      throw new IllegalStateException("no link " + name);
    }
    return link;
  }

  /** Adds up, from the tips inwards, what each link carries with itself. */
  private void weigh() {
    robot
        .links()
        .forEach(it -> carriedMass.put(it.name(), it.mass().map(MassProperties::mass).orElse(0.0)));
    for (int i = robot.joints().size() - 1; i >= 0; i--) {
      Joint joint = robot.joints().get(i);
      carriedMass.merge(joint.parent(), carried(joint.child()), Double::sum);
    }
  }

  private double carried(String link) {
    return carriedMass.getOrDefault(link, 0.0);
  }

  private void requireRepresentable(Joint joint) {
    String name = prefix + joint.name();
    if (!(carried(joint.child()) > 0) && joint.armature() == 0) {
      throw new IllegalArgumentException(
          "joint '"
              + name
              + "' moves no mass: neither link '"
              + joint.child()
              + "' nor what it carries has any; give a link mass properties or the joint an"
              + " armature");
    }
    if (joint.lower() == joint.upper()) {
      throw new IllegalArgumentException(
          "joint '"
              + name
              + "' has both its limits at "
              + joint.lower()
              + "; MuJoCo wants room between them; make it a fixed joint at that position");
    }
  }

  private void requireNoPlane(Link link) {
    for (Collider collider : link.colliders()) {
      if (collider.shape() instanceof Shape.Plane) {
        throw new IllegalArgumentException(
            "link '"
                + prefix
                + link.name()
                + "' moves and has the plane '"
                + collider.name()
                + "'; in MuJoCo planes are fixed to the world; use a box");
      }
    }
  }

  /** Whether a link moves in the world. */
  boolean moves(String link) {
    return moving.contains(link);
  }

  /** Mass that the nearest moving joint inward of a moving link carries [kg]. */
  double surfaceMass(String link) {
    Double mass = surfaceMass.get(link);
    if (mass == null) {
      throw new IllegalStateException("link " + link + " does not move");
    }
    return mass;
  }

  /** Moving joints in the order they were written, which is MuJoCo's. */
  List<Joint> written() {
    return depthFirst;
  }

  /**
   * Writes the tree.
   *
   * @param X_WB pose of the root link
   * @param geoms writes colliders
   * @param collision attribute values contype and conaffinity of every geom
   */
  void write(XmlText xml, Pose X_WB, GeomXml geoms, int[] collision) {
    openBody(xml, robot.root(), X_WB.position(), X_WB.rotation());
    link(robot.root()).mass().ifPresent(it -> InertialXml.write(xml, prefix + robot.root(), it));
    writeContent(xml, robot.root(), geoms, collision);
    xml.close();
  }

  private void writeLink(XmlText xml, Joint joint, GeomXml geoms, int[] collision) {
    Link link = link(joint.child());
    openBody(xml, link.name(), joint.position(), joint.rotation());
    if (link.mass().isPresent()) {
      InertialXml.write(xml, prefix + link.name(), link.mass().get());
    } else if (joint.type() != Joint.Type.FIXED) {
      InertialXml.writeTrace(xml);
    }
    if (joint.type() != Joint.Type.FIXED) {
      writeJoint(xml, joint);
      depthFirst.add(joint);
    }
    writeContent(xml, link.name(), geoms, collision);
    xml.close();
  }

  private void openBody(XmlText xml, String link, Vec3 position, Quat rotation) {
    xml.open("body")
        .attribute("name", prefix + link)
        .attribute("pos", position)
        .attribute("quat", rotation);
  }

  private void writeContent(XmlText xml, String link, GeomXml geoms, int[] collision) {
    List<Collider> colliders = link(link).colliders();
    for (int i = 0; i < colliders.size(); i++) {
      geoms
          .open(xml, MjcfNames.geom(prefix + link, colliders, i), colliders.get(i))
          .attribute("contype", collision[0])
          .attribute("conaffinity", collision[1])
          .close();
    }
    for (Joint joint : children.getOrDefault(link, List.of())) {
      writeLink(xml, joint, geoms, collision);
    }
  }

  private void writeJoint(XmlText xml, Joint joint) {
    boolean limited = Double.isFinite(joint.lower()) || Double.isFinite(joint.upper());
    xml.open("joint")
        .attribute("name", prefix + joint.name())
        .attribute("type", joint.type() == Joint.Type.REVOLUTE ? "hinge" : "slide")
        .attribute("axis", joint.axis())
        .attribute("limited", limited);
    if (limited) {
      xml.attribute(
          "range", Math.max(joint.lower(), -UNLIMITED), Math.min(joint.upper(), UNLIMITED));
    }
    xml.attribute("damping", joint.damping())
        .attribute("frictionloss", joint.friction())
        .attribute("solreffriction", FRICTION_TIME, 1)
        .attribute("armature", joint.armature())
        .close();
  }

  /**
   * Writes the servos: force = kp ctrl - kp q - kd qdot, clamped to the limit. The velocity limit
   * has no counterpart.
   */
  void writeActuators(XmlText xml) {
    for (Actuator actuator : robot.actuators()) {
      boolean limited = Double.isFinite(actuator.torqueLimit());
      xml.open("general")
          .attribute("name", prefix + actuator.name())
          .attribute("joint", prefix + actuator.joint())
          .attribute("dyntype", "none")
          .attribute("gaintype", "fixed")
          .attribute("gainprm", actuator.kp())
          .attribute("biastype", "affine")
          .attribute("biasprm", 0, -actuator.kp(), -actuator.kd())
          .attribute("ctrllimited", false)
          .attribute("forcelimited", limited);
      if (limited) {
        xml.attribute("forcerange", -actuator.torqueLimit(), actuator.torqueLimit());
      }
      xml.close();
    }
  }
}
