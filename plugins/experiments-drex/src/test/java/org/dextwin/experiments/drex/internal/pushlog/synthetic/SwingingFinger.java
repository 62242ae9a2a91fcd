package org.dextwin.experiments.drex.internal.pushlog.synthetic;

/**
 * A straight finger that swings about its first joint in the plane of the push, driven by a
 * position servo against its weight, dry friction and a contact at its tip.
 */
final class SwingingFinger {

  /** Speed at which dry friction is fully up [rad/s]. */
  private static final double CREEP = 5e-3;

  private final MotorTruth motor;
  private final FrictionWaves waves;
  private final double weightMoment;
  private final double length;
  private final double baseX;
  private final double baseZ;
  double angle;
  double speed;

  /**
   * Hangs a finger up.
   *
   * @param waves friction of the joint beyond its mean
   * @param weightMoment torque that holds the finger out level [N m]
   * @param length from the joint to the centre of the tip [m]
   */
  SwingingFinger(
      MotorTruth motor,
      FrictionWaves waves,
      double weightMoment,
      double length,
      double baseX,
      double baseZ) {
    this.waves = waves;
    this.motor = motor;
    this.weightMoment = weightMoment;
    this.length = length;
    this.baseX = baseX;
    this.baseZ = baseZ;
  }

  double tipX() {
    return baseX + length * StrictMath.sin(angle);
  }

  double tipZ() {
    return baseZ - length * StrictMath.cos(angle);
  }

  double tipSpeedX() {
    return length * StrictMath.cos(angle) * speed;
  }

  double tipSpeedZ() {
    return length * StrictMath.sin(angle) * speed;
  }

  /** Moves on by dt towards a target, with a force (fx, fz) on the tip. */
  void step(double target, double fx, double fz, double dt) {
    double command = motor.command(target, angle, speed);
    double load =
        weightMoment * StrictMath.sin(angle)
            - length * (StrictMath.cos(angle) * fx + StrictMath.sin(angle) * fz);
    double dry = motor.friction() + waves.at(angle);
    double friction = dry * StrictMath.tanh(speed / CREEP);
    double net = motor.torque(command - friction) - load;
    speed += dt * net / motor.torque(motor.inertia());
    angle += dt * speed;
  }
}
