package org.dextwin.devices.safety;

/**
 * Limits how a joint's target moves from step to step, such that from every target it can still be
 * brought to rest inside its limits, whatever the length of later steps.
 *
 * <p>A step of length dt moves the target by v dt. Braking with a from speed v, in steps that first
 * slow down and then move, covers at most v^2 / 2a. So a step is safe for the distance D that is
 * left if v dt + v^2 / 2a &lt;= D, which is v &lt;= sqrt(a^2 dt^2 + 2 a D) - a dt. If v was safe,
 * so is v - a dt after it: braking is always open. The same bound towards the wanted target lets
 * the joint arrive there without overshoot.
 */
final class StepLimiter {

  private StepLimiter() {}

  /**
   * Returns the velocity of the next step.
   *
   * @param limits what the joint may do
   * @param q the last target [rad]
   * @param v velocity of the last step [rad/s]
   * @param wanted where it should go [rad]
   * @param dt length of the step [s], positive
   * @return velocity [rad/s]
   */
  static double velocity(JointLimits limits, double q, double v, double wanted, double dt) {
    double a = limits.acceleration();
    double left = wanted - q;
    double towards =
        Math.copySign(Math.min(Math.abs(left) / dt, safe(Math.abs(left), a, dt)), left);
    double highest =
        Math.min(Math.min(limits.velocity(), v + a * dt), safe(limits.upper() - q, a, dt));
    double lowest =
        Math.max(Math.max(-limits.velocity(), v - a * dt), -safe(q - limits.lower(), a, dt));
    return Math.max(lowest, Math.min(highest, towards));
  }

  /** Returns the velocity of the next step when braking as hard as allowed. */
  static double braking(JointLimits limits, double v, double dt) {
    double less = limits.acceleration() * dt;
    return Math.abs(v) <= less ? 0 : v - Math.copySign(less, v);
  }

  /** Returns how far the target still moves if it brakes after a step [rad]. */
  static double stoppingDistance(JointLimits limits, double v) {
    return v * Math.abs(v) / (2 * limits.acceleration());
  }

  private static double safe(double distance, double a, double dt) {
    return Math.sqrt(a * a * dt * dt + 2 * a * Math.max(0, distance)) - a * dt;
  }
}
