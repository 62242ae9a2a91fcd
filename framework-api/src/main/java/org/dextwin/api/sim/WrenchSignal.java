package org.dextwin.api.sim;

import org.dextwin.api.math.Vec3;

/**
 * A wrench on one free body for every step of a rollout, held during the step; about the body's
 * origin and expressed in the world.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class WrenchSignal {

  private static final int WIDTH = 6;

  private final String body;
  private final double[] values;

  /**
   * Copies the values.
   *
   * @param body name of the free body
   * @param values torque [N m], then force [N] of every step, row-major, shape (steps, 6)
   * @throws IllegalArgumentException if the length is no multiple of six or a value is not finite
   */
  public WrenchSignal(String body, double[] values) {
    if (values.length % WIDTH != 0) {
      throw new IllegalArgumentException(
          "wrench signal on '" + body + "' has " + values.length + " numbers, no multiple of 6");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "wrench signal on '" + body + "' is " + values[i] + " at step " + i / WIDTH);
      }
    }
    this.body = body;
    this.values = values.clone();
  }

  /**
   * Returns the body.
   *
   * @return name of the free body
   */
  public String body() {
    return body;
  }

  /**
   * Returns how many steps the signal covers.
   *
   * @return the number of steps
   */
  public int steps() {
    return values.length / WIDTH;
  }

  /**
   * Returns the torque of one step.
   *
   * @param step index of the step
   * @return torque about the body's origin, in the world [N m]
   */
  public Vec3 torque(int step) {
    return Vec3.of(values, WIDTH * step);
  }

  /**
   * Returns the force of one step.
   *
   * @param step index of the step
   * @return force, in the world [N]
   */
  public Vec3 force(int step) {
    return Vec3.of(values, WIDTH * step + 3);
  }

  /**
   * Returns all values.
   *
   * @return a copy, row-major, shape (steps, 6)
   */
  public double[] values() {
    return values.clone();
  }
}
