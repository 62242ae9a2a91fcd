package org.dextwin.sim.semiimplicit.internal.dynamics;

import java.util.Arrays;

/**
 * Targets of all servos of a world and their cotangents.
 *
 * <p><i>Thread safety</i>: confined; the arrays are open for kernels.
 */
public final class Targets {

  /** Targets [rad or m], shape (actuators). */
  public final double[] values;

  /** Their cotangents, shape (actuators). */
  public final double[] bar;

  /**
   * Makes targets of zero.
   *
   * @param actuators number of actuators
   */
  public Targets(int actuators) {
    this.values = new double[actuators];
    this.bar = new double[actuators];
  }

  /** Sets all cotangents to zero. */
  public void clearCotangents() {
    Arrays.fill(bar, 0);
  }
}
