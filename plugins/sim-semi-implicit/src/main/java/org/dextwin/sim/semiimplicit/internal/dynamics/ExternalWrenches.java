package org.dextwin.sim.semiimplicit.internal.dynamics;

import java.util.Arrays;
import org.dextwin.mechanics.dynamics.Frames;

/**
 * Wrenches from outside on free bodies, held in the world, about the bodies' origins. They depend
 * on nothing, so their derivatives are zero.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class ExternalWrenches implements ForceTerm {

  private final double[] values;

  /**
   * Makes wrenches of zero.
   *
   * @param bodies number of free bodies
   */
  public ExternalWrenches(int bodies) {
    this.values = new double[Frames.SPATIAL * bodies];
  }

  /** Removes all wrenches. */
  public void clear() {
    Arrays.fill(values, 0);
  }

  /**
   * Adds to one component of a wrench.
   *
   * @param index index in the layout of v
   * @param value torque [N m] or force [N]
   */
  public void add(int index, double value) {
    values[index] += value;
  }

  @Override
  public void evaluate(Frames frames) {
    for (int i = 0; i < values.length; i++) {
      frames.wrench[i] += values[i];
    }
  }

  @Override
  public void jvp(Frames frames) {}

  @Override
  public void vjp(Frames frames) {}
}
