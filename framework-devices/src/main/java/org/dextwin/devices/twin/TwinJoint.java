package org.dextwin.devices.twin;

import java.util.function.DoubleBinaryOperator;

/**
 * A joint of a twin: an inertia with viscous friction between two hard stops, driven by a torque
 * that depends on where it is and how fast it moves.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class TwinJoint {

  /** Longest step of the integration, a thousandth of a second as in the servos themselves [s]. */
  private static final double LONGEST_STEP = 1e-3;

  private final double inertia;
  private final double damping;
  private final double lower;
  private final double upper;
  private double position;
  private double velocity;
  private double torque;

  /**
   * Makes a joint at rest.
   *
   * @param inertia moment of inertia, the motor's included [kg m^2]
   * @param damping viscous friction [N m s/rad]
   * @param lower hard stop [rad]
   * @param upper hard stop [rad]
   * @param position where it starts [rad]
   */
  public TwinJoint(double inertia, double damping, double lower, double upper, double position) {
    this.inertia = inertia;
    this.damping = damping;
    this.lower = lower;
    this.upper = upper;
    this.position = position;
  }

  /**
   * Lets time pass, in short steps that update the velocity first.
   *
   * @param drive the motor's torque [N m] at a position [rad] and velocity [rad/s]
   * @param seconds how long [s]
   */
  public void advance(DoubleBinaryOperator drive, double seconds) {
    int steps = (int) Math.ceil(seconds / LONGEST_STEP);
    double dt = seconds / Math.max(1, steps);
    for (int i = 0; i < steps; i++) {
      torque = drive.applyAsDouble(position, velocity);
      // J (v' - v) = (tau - d v') dt
      velocity = (inertia * velocity + torque * dt) / (inertia + damping * dt);
      position += velocity * dt;
      if (position < lower || position > upper) {
        position = Math.max(lower, Math.min(upper, position));
        velocity = 0;
      }
    }
  }

  /**
   * Puts the joint somewhere, at rest, as a hand would.
   *
   * @param to position [rad]
   */
  public void moveByHand(double to) {
    position = Math.max(lower, Math.min(upper, to));
    velocity = 0;
  }

  /**
   * Returns where the joint is.
   *
   * @return position [rad]
   */
  public double position() {
    return position;
  }

  /**
   * Returns how fast it moves.
   *
   * @return velocity [rad/s]
   */
  public double velocity() {
    return velocity;
  }

  /**
   * Returns the motor's torque in the last step.
   *
   * @return torque [N m]
   */
  public double torque() {
    return torque;
  }
}
