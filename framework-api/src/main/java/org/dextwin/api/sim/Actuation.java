package org.dextwin.api.sim;

import java.util.Arrays;

/**
 * Targets of all actuators of a scene, in the order of {@link StateLayout#actuators}.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class Actuation {

  /** For scenes without actuators. */
  public static final Actuation NONE = new Actuation();

  private final double[] targets;

  /**
   * Copies the targets.
   *
   * @param targets joint positions [rad or m], one per actuator
   * @throws IllegalArgumentException if a target is not finite
   */
  public Actuation(double... targets) {
    for (int i = 0; i < targets.length; i++) {
      if (!Double.isFinite(targets[i])) {
        throw new IllegalArgumentException(
            "target of actuator " + i + " is " + targets[i] + "; it must be finite");
      }
    }
    this.targets = targets.clone();
  }

  /**
   * Returns the targets.
   *
   * @return a copy, one per actuator [rad or m]
   */
  public double[] targets() {
    return targets.clone();
  }

  @Override
  public String toString() {
    return "Actuation" + Arrays.toString(targets);
  }
}
