package org.dextwin.sim.semiimplicit.internal.dynamics;

import org.dextwin.api.model.Actuator;
import org.dextwin.api.sim.Parameter;

/**
 * A position servo on a joint, its speed limited by the drive and its torque by the motor:
 *
 * <pre>
 *   drive  = clamp(kp (target + offset - q), +-kd vmax)
 *   torque = clamp(drive - kd qdot, +-limit)
 * </pre>
 *
 * <p><i>Thread safety</i>: confined.
 */
final class Servo {

  private static final double LARGEST_GAIN = 1e9;
  private static final double SMALLEST_LIMIT = 1e-9;
  private static final double LARGEST_OFFSET = 1e3;

  private final int joint;
  private final int target;
  private final double velocityLimit;
  private final int kp;
  private final int kd;
  private final int limit;
  private final int offset;
  private final ParameterVector parameters;
  private final Targets targets;

  // the branches and the position error of the last evaluation
  private double error;
  private double speed;
  private int driveSide;
  private int torqueSide;

  Servo(
      String subject,
      Actuator actuator,
      int joint,
      int target,
      ParameterVector parameters,
      Targets targets) {
    this.joint = joint;
    this.target = target;
    this.velocityLimit = actuator.velocityLimit();
    this.parameters = parameters;
    this.targets = targets;
    this.kp =
        parameters.add(
            new Parameter(subject, Parameter.Kind.POSITION_GAIN, 0, LARGEST_GAIN), actuator.kp());
    this.kd =
        parameters.add(
            new Parameter(subject, Parameter.Kind.VELOCITY_GAIN, 0, LARGEST_GAIN), actuator.kd());
    this.limit =
        parameters.add(
            new Parameter(subject, Parameter.Kind.TORQUE_LIMIT, SMALLEST_LIMIT, LARGEST_GAIN),
            actuator.torqueLimit());
    this.offset =
        parameters.add(
            new Parameter(subject, Parameter.Kind.TARGET_OFFSET, -LARGEST_OFFSET, LARGEST_OFFSET),
            0);
  }

  int joint() {
    return joint;
  }

  /** Index of the parameter kd. */
  int velocityGain() {
    return kd;
  }

  /** Whether the torque answers to the speed. */
  boolean damps() {
    return torqueSide == 0;
  }

  double torque(double q, double qdot) {
    error = targets.values[target] + parameters.value(offset) - q;
    speed = qdot;
    double cap = parameters.value(kd) * velocityLimit;
    double drive = parameters.value(kp) * error;
    // without damping the drive knows no speed
    driveSide = parameters.value(kd) > 0 ? side(drive, cap) : 0;
    double torque = (driveSide == 0 ? drive : driveSide * cap) - parameters.value(kd) * qdot;
    torqueSide = side(torque, parameters.value(limit));
    return torqueSide == 0 ? torque : torqueSide * parameters.value(limit);
  }

  private static int side(double value, double limit) {
    return value > limit ? 1 : value < -limit ? -1 : 0;
  }

  double jvp(double dq, double dqdot) {
    if (torqueSide != 0) {
      return torqueSide * parameters.direction(limit);
    }
    double dDrive =
        driveSide == 0
            ? parameters.direction(kp) * error
                + parameters.value(kp) * (parameters.direction(offset) - dq)
            : driveSide * velocityLimit * parameters.direction(kd);
    return dDrive - parameters.direction(kd) * speed - parameters.value(kd) * dqdot;
  }

  /** Pulls the cotangent of the torque back to a joint with the given index in tangents. */
  void vjp(double torqueBar, double[] qBar, double[] vBar, int index) {
    if (torqueSide != 0) {
      parameters.addCotangent(limit, torqueSide * torqueBar);
      return;
    }
    if (driveSide == 0) {
      parameters.addCotangent(kp, torqueBar * error);
      parameters.addCotangent(offset, torqueBar * parameters.value(kp));
      targets.bar[target] += torqueBar * parameters.value(kp);
      qBar[index] -= torqueBar * parameters.value(kp);
    } else {
      parameters.addCotangent(kd, torqueBar * driveSide * velocityLimit);
    }
    parameters.addCotangent(kd, -torqueBar * speed);
    vBar[index] -= torqueBar * parameters.value(kd);
  }
}
