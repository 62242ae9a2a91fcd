package org.dextwin.api.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
 * @param foreignOrders orders in which other programs list the joints, such as that of a simulator
 */
public record RobotModel(
    String name,
    String root,
    List<Link> links,
    List<Joint> joints,
    List<Actuator> actuators,
    List<JointOrder> foreignOrders) {

  private static final String KINEMATIC = "-kinematic";
  private static final String MOTOR = "-motor";

  /**
   * Copies the lists and checks that they form a tree.
   *
   * @param name name of the robot
   * @param root name of the link that carries all others
   * @param links all links
   * @param joints all joints, parents before children; moving ones in the kinematic order
   * @param actuators actuators, in the order of the robot's motors
   * @param foreignOrders orders in which other programs list the joints
   * @throws IllegalArgumentException if a name is used twice or unknown, or a link is not reached
   *     from the root, parents first, or a foreign order is not one of the moving joints
   */
  public RobotModel {
    links = List.copyOf(links);
    joints = List.copyOf(joints);
    actuators = List.copyOf(actuators);
    foreignOrders = List.copyOf(foreignOrders);
    requireTree(name, root, links, joints);
    requireActuatedJoints(name, joints, actuators);
    requireOrders(name, joints, foreignOrders);
  }

  /**
   * Makes a robot whose joints no other program lists in an order of its own.
   *
   * @param name name of the robot
   * @param root name of the link that carries all others
   * @param links all links
   * @param joints all joints, parents before children; moving ones in the kinematic order
   * @param actuators actuators, in the order of the robot's motors
   */
  public RobotModel(
      String name, String root, List<Link> links, List<Joint> joints, List<Actuator> actuators) {
    this(name, root, links, joints, actuators, List.of());
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

  private static void requireOrders(String name, List<Joint> joints, List<JointOrder> orders) {
    Set<String> moving =
        joints.stream()
            .filter(joint -> joint.type() != Joint.Type.FIXED)
            .map(Joint::name)
            .collect(Collectors.toSet());
    Set<String> names = new HashSet<>(Set.of(name + KINEMATIC, name + MOTOR));
    for (JointOrder order : orders) {
      if (!names.add(order.name())) {
        throw new IllegalArgumentException(
            "robot '" + name + "' has two joint orders '" + order.name() + "'");
      }
      if (!moving.equals(Set.copyOf(order.joints()))) {
        throw new IllegalArgumentException(
            "joint order '"
                + order.name()
                + "' lists "
                + order.joints()
                + ", but the moving joints of robot '"
                + name
                + "' are "
                + new TreeSet<>(moving));
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
    return new JointOrder(name + KINEMATIC, movingJoints().stream().map(Joint::name).toList());
  }

  /**
   * Returns the order of the joints by their motors.
   *
   * @return the order named {@code <robot>-motor}
   */
  public JointOrder motorOrder() {
    return new JointOrder(name + MOTOR, actuators.stream().map(Actuator::joint).toList());
  }

  /**
   * Returns all orders in which the joints are listed somewhere.
   *
   * @return the kinematic order, the motor order and the foreign ones
   */
  public List<JointOrder> jointOrders() {
    return Stream.concat(Stream.of(kinematicOrder(), motorOrder()), foreignOrders.stream())
        .toList();
  }

  /**
   * Returns an order of the joints by name.
   *
   * @param order its name, such as {@code leap-right-isaac}, or what follows the robot's name in
   *     it, such as {@code isaac}
   * @return the order
   * @throws IllegalArgumentException if there is none
   */
  public JointOrder jointOrder(String order) {
    return jointOrders().stream()
        .filter(known -> known.name().equals(order) || known.name().equals(name + "-" + order))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "robot '"
                        + name
                        + "' has no joint order '"
                        + order
                        + "'; it has "
                        + jointOrders().stream().map(JointOrder::name).toList()));
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
