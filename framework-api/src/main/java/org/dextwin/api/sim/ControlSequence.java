package org.dextwin.api.sim;

import java.util.List;
import org.dextwin.api.math.DimensionMismatchException;

/**
 * What drives a rollout: actuator targets and external wrenches for every step.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class ControlSequence {

  private final int steps;
  private final int actuators;
  private final double[] targets;
  private final List<WrenchSignal> wrenches;

  /**
   * Copies and checks the signals.
   *
   * @param steps number of steps
   * @param actuators number of actuators of the scene
   * @param targets actuator targets [rad or m], row-major, shape (steps, actuators)
   * @param wrenches external wrenches, each of as many steps
   * @throws DimensionMismatchException if a length differs
   * @throws IllegalArgumentException if a target is not finite
   */
  public ControlSequence(int steps, int actuators, double[] targets, List<WrenchSignal> wrenches) {
    if (targets.length != steps * actuators) {
      throw new DimensionMismatchException("actuator targets", steps * actuators, targets.length);
    }
    for (int i = 0; i < targets.length; i++) {
      if (!Double.isFinite(targets[i])) {
        throw new IllegalArgumentException(
            "target of actuator "
                + i % actuators
                + " is "
                + targets[i]
                + " at step "
                + i / actuators);
      }
    }
    for (WrenchSignal wrench : wrenches) {
      if (wrench.steps() != steps) {
        throw new DimensionMismatchException(
            "wrench signal on '" + wrench.body() + "'", steps, wrench.steps());
      }
    }
    this.steps = steps;
    this.actuators = actuators;
    this.targets = targets.clone();
    this.wrenches = List.copyOf(wrenches);
  }

  /**
   * Returns controls that leave the world to itself.
   *
   * @param steps number of steps
   * @return no actuators, no wrenches
   */
  public static ControlSequence idle(int steps) {
    return new ControlSequence(steps, 0, new double[0], List.of());
  }

  /**
   * Returns controls of external wrenches alone.
   *
   * @param wrenches the wrenches, at least one
   * @return no actuators
   */
  public static ControlSequence ofWrenches(WrenchSignal... wrenches) {
    return new ControlSequence(wrenches[0].steps(), 0, new double[0], List.of(wrenches));
  }

  /**
   * Returns how many steps are controlled.
   *
   * @return the number of steps
   */
  public int steps() {
    return steps;
  }

  /**
   * Returns how many actuators are controlled.
   *
   * @return the number of actuators
   */
  public int actuators() {
    return actuators;
  }

  /**
   * Returns one target.
   *
   * @param step index of the step
   * @param actuator index of the actuator
   * @return its target [rad or m]
   */
  public double target(int step, int actuator) {
    return targets[step * actuators + actuator];
  }

  /**
   * Returns the external wrenches.
   *
   * @return one signal per driven body
   */
  public List<WrenchSignal> wrenches() {
    return wrenches;
  }
}
