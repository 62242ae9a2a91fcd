package org.dextwin.api.model;

import java.util.List;
import java.util.Optional;

/**
 * A rigid link of a robot.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name name, unique within the robot
 * @param mass mass properties in the link frame; empty for a frame without mass
 * @param colliders collision shapes, in the link frame
 */
public record Link(String name, Optional<MassProperties> mass, List<Collider> colliders) {

  /**
   * Copies the list.
   *
   * @param name name, unique within the robot
   * @param mass mass properties in the link frame; empty for a frame without mass
   * @param colliders collision shapes, in the link frame
   */
  public Link {
    colliders = List.copyOf(colliders);
  }
}
