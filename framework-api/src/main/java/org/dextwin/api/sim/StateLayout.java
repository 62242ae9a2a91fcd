package org.dextwin.api.sim;

import java.util.List;

/**
 * Which entries of q and v belong to which body and joint (see {@link ConfigurationSpace}).
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param bodies names of the free bodies, in the order of their entries
 * @param joints names of the scalar joints as {@code robot/joint}, in the order of their entries
 * @param actuators names of the actuators as {@code robot/actuator}, in the order of controls
 */
public record StateLayout(List<String> bodies, List<String> joints, List<String> actuators) {

  /**
   * Copies the lists.
   *
   * @param bodies names of the free bodies, in the order of their entries
   * @param joints names of the scalar joints as {@code robot/joint}, in the order of their entries
   * @param actuators names of the actuators as {@code robot/actuator}, in the order of controls
   */
  public StateLayout {
    bodies = List.copyOf(bodies);
    joints = List.copyOf(joints);
    actuators = List.copyOf(actuators);
  }

  /**
   * Returns the space of states.
   *
   * @return the space
   */
  public ConfigurationSpace space() {
    return new ConfigurationSpace(bodies.size(), joints.size());
  }

  /**
   * Returns where a free body's seven numbers of q start.
   *
   * @param body name of the body
   * @return the index
   * @throws IllegalArgumentException if there is no such free body
   */
  public int bodyPosition(String body) {
    return ConfigurationSpace.BODY_NQ * indexOf(bodies, "free body", body);
  }

  /**
   * Returns where a free body's six numbers of v start.
   *
   * @param body name of the body
   * @return the index
   * @throws IllegalArgumentException if there is no such free body
   */
  public int bodyVelocity(String body) {
    return ConfigurationSpace.BODY_NV * indexOf(bodies, "free body", body);
  }

  /**
   * Returns where a joint's number of q stands.
   *
   * @param joint name as {@code robot/joint}
   * @return the index
   * @throws IllegalArgumentException if there is no such joint
   */
  public int jointPosition(String joint) {
    return ConfigurationSpace.BODY_NQ * bodies.size() + indexOf(joints, "joint", joint);
  }

  /**
   * Returns where a joint's number of v stands.
   *
   * @param joint name as {@code robot/joint}
   * @return the index
   * @throws IllegalArgumentException if there is no such joint
   */
  public int jointVelocity(String joint) {
    return ConfigurationSpace.BODY_NV * bodies.size() + indexOf(joints, "joint", joint);
  }

  private static int indexOf(List<String> names, String kind, String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "the scene has no " + kind + " '" + name + "'; it has " + names);
    }
    return index;
  }
}
