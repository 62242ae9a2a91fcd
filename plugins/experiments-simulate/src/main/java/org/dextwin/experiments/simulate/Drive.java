package org.dextwin.experiments.simulate;

/**
 * What an actuator drives.
 *
 * @param name name in the configuration: a hand's joint, or a model's {@code robot/actuator}
 * @param joint the joint in the state's layout; empty if the world does not say
 * @param rest target at the start [rad or m]
 * @param lower smallest target
 * @param upper largest target
 */
record Drive(String name, String joint, double rest, double lower, double upper) {

  /** Says whether a configuration means it: by its name, or by what follows the robot's in it. */
  boolean isNamed(String text) {
    return name.equals(text) || name.endsWith("/" + text);
  }

  /** Brings a target within the limits. */
  double clamp(double target) {
    return Math.max(lower, Math.min(upper, target));
  }

  /**
   * The target at a part of the range: 0 is the lower limit, 1 the upper. A joint that turns
   * without limits has no range and stays at rest.
   */
  double at(double fraction) {
    return Double.isInfinite(upper - lower) ? rest : lower + fraction * (upper - lower);
  }
}
