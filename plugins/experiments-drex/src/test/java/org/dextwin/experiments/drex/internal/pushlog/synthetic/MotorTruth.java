package org.dextwin.experiments.drex.internal.pushlog.synthetic;

/**
 * A motor with its servo, in driver units as the logs show them.
 *
 * @param saturation largest proportional command
 * @param stiffness command per rad
 * @param damping command per rad/s
 * @param scale driver units per N m
 * @param friction dry friction
 * @param inertia driver units s^2
 */
public record MotorTruth(
    double saturation,
    double stiffness,
    double damping,
    double scale,
    double friction,
    double inertia) {

  /** A first joint of a finger, with figures like those of the real logs. */
  public static final MotorTruth FIRST_JOINT = new MotorTruth(0.3, 2.0, 0.11, 3.06, 0.06, 0.002);

  double command(double target, double position, double speed) {
    double error = stiffness * (target - position);
    return Math.max(-saturation, Math.min(saturation, error)) - damping * speed;
  }

  double torque(double units) {
    return units / scale;
  }
}
