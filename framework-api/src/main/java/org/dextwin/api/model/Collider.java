package org.dextwin.api.model;

import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;

/**
 * A collision shape S fixed to a link or body B.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name name, unique within its body
 * @param shape the shape, in S
 * @param position p_BS [m]
 * @param rotation R_BS
 */
public record Collider(String name, Shape shape, Vec3 position, Quat rotation) {

  /**
   * Returns a shape whose frame coincides with the body's.
   *
   * @param name name, unique within its body
   * @param shape the shape
   * @return the collider
   */
  public static Collider centred(String name, Shape shape) {
    return new Collider(name, shape, Vec3.ZERO, Quat.IDENTITY);
  }
}
