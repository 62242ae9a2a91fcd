package org.dextwin.mechanics.planning;

/**
 * How fast a joint may move.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param velocity largest speed [rad/s or m/s]
 * @param acceleration largest acceleration [rad/s^2 or m/s^2]
 * @param jerk largest jerk [rad/s^3 or m/s^3]
 */
public record JointLimits(double velocity, double acceleration, double jerk) {

  /**
   * Checks the ranges.
   *
   * @param velocity largest speed [rad/s or m/s]
   * @param acceleration largest acceleration [rad/s^2 or m/s^2]
   * @param jerk largest jerk [rad/s^3 or m/s^3]
   */
  public JointLimits {
    requirePositive("velocity", velocity);
    requirePositive("acceleration", acceleration);
    requirePositive("jerk", jerk);
  }

  private static void requirePositive(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "the limit of " + what + " is " + value + "; it must be positive and finite");
    }
  }
}
