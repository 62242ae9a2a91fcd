package org.dextwin.api.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A kinematic tree of links and joints with its actuators.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name name of the robot
 * @param root name of the link that carries all others
 * @param links all links
 * @param joints all joints, parents before children; moving ones in the kinematic order
 * @param actuators actuators, in the order of the robot's motors
 */
public record RobotModel(
    String name, String root, List<Link> links, List<Joint> joints, List<Actuator> actuators) {

  /**
   * Copies the lists and checks that they form a tree.
   *
   * @param name name of the robot
   * @param root name of the link that carries all others
   * @param links all links
   * @param joints all joints, parents before children; moving ones in the kinematic order
   * @param actuators actuators, in the order of the robot's motors
   * @throws IllegalArgumentException if a name is used twice or unknown, or a link is not reached
   *     from the root, parents first
   */
  public RobotModel {
    links = List.copyOf(links);
    joints = List.copyOf(joints);
    actuators = List.copyOf(actuators);
    requireTree(name, root, links, joints);
    requireActuatedJoints(name, joints, actuators);
  }

  private static void requireTree(String name, String root, List<Link> links, List<Joint> joints) {
    Map<String, Boolean> reached = new HashMap<>();
    for (Link link : links) {
      if (reached.put(link.name(), link.name().equals(root)) != null) {
        throw new IllegalArgumentException(
            "robot '" + name + "' has two links '" + link.name() + "'");
      }
    }
    if (!reached.containsKey(root)) {
      throw new IllegalArgumentException("robot '" + name + "' has no root link '" + root + "'");
    }
    Set<String> names = new HashSet<>();
    for (Joint joint : joints) {
      if (!names.add(joint.name())) {
        throw new IllegalArgumentException(
            "robot '" + name + "' has two joints '" + joint.name() + "'");
      }
      if (!reached.getOrDefault(joint.parent(), false)) {
        throw new IllegalArgumentException(
            "joint '"
                + joint.name()
                + "' hangs on '"
                + joint.parent()
                + "', which no earlier joint carries");
      }
      Boolean childReached = reached.put(joint.child(), true);
      if (childReached == null || childReached) {
        throw new IllegalArgumentException(
            "joint '"
                + joint.name()
                + "' carries '"
                + joint.child()
                + "', which is "
                + (childReached == null ? "no link" : "already carried"));
      }
    }
    reached.forEach(
        (link, isReached) -> {
          if (!isReached) {
            throw new IllegalArgumentException(
                "link '" + link + "' of robot '" + name + "' hangs on nothing");
          }
        });
  }

  private static void requireActuatedJoints(
      String name, List<Joint> joints, List<Actuator> actuators) {
    Set<String> moving = new HashSet<>();
    for (Joint joint : joints) {
      if (joint.type() != Joint.Type.FIXED) {
        moving.add(joint.name());
      }
    }
    for (Actuator actuator : actuators) {
      if (!moving.contains(actuator.joint())) {
        throw new IllegalArgumentException(
            "actuator '"
                + actuator.name()
                + "' of robot '"
                + name
                + "' drives '"
                + actuator.joint()
                + "', which is no moving joint");
      }
    }
  }

  /**
   * Returns the joints that move, in the kinematic order.
   *
   * @return the moving joints
   */
  public List<Joint> movingJoints() {
    return joints.stream().filter(joint -> joint.type() != Joint.Type.FIXED).toList();
  }

  /**
   * Returns the order of the moving joints in the tree.
   *
   * @return the order named {@code <robot>-kinematic}
   */
  public JointOrder kinematicOrder() {
    return new JointOrder(name + "-kinematic", movingJoints().stream().map(Joint::name).toList());
  }

  /**
   * Returns the order of the joints by their motors.
   *
   * @return the order named {@code <robot>-motor}
   */
  public JointOrder motorOrder() {
    return new JointOrder(name + "-motor", actuators.stream().map(Actuator::joint).toList());
  }

  /**
   * Returns a link by name.
   *
   * @param link its name
   * @return the link
   * @throws IllegalArgumentException if there is none
   */
  public Link link(String link) {
    return links.stream()
        .filter(candidate -> candidate.name().equals(link))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "robot '"
                        + name
                        + "' has no link '"
                        + link
                        + "'; it has "
                        + links.stream().map(Link::name).toList()));
  }
}
