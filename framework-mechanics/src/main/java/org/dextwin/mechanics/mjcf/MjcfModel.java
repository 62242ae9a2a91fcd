package org.dextwin.mechanics.mjcf;

import java.util.List;
import org.dextwin.api.sim.StateLayout;

/**
 * A scene as MJCF. The text stands alone: meshes are part of it.
 *
 * <p>Names in the model:
 *
 * <ul>
 *   <li>bodies as in the scene, their free joints alike; links {@code robot/link}, joints {@code
 *       robot/joint}, actuators {@code robot/actuator}, as in the layout
 *   <li>geoms {@code body/collider} and {@code robot/link/collider}
 * </ul>
 *
 * <p>MuJoCo orders q by the tree, depth first, and its bodies as position then quaternion; the
 * layout is that of the API. Find the entries of both by name.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param xml the model
 * @param layout free bodies, joints and actuators of the scene, in the API's order
 * @param pairs all pairs of geoms that may touch, in the order they are written
 */
public record MjcfModel(String xml, StateLayout layout, List<MjcfContactPair> pairs) {

  /** Name of the keyframe with the scene's start; its controls are the joint positions. */
  public static final String START = "start";

  /**
   * Copies the list.
   *
   * @param xml the model
   * @param layout free bodies, joints and actuators of the scene, in the API's order
   * @param pairs all pairs of geoms that may touch, in the order they are written
   */
  public MjcfModel {
    pairs = List.copyOf(pairs);
  }
}
