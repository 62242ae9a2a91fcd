package org.dextwin.experiments.drex.internal.pushlog.motor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dextwin.mechanics.signal.SavitzkyGolay;

/**
 * A joint that moves in a log, seen in the direction of its motion: speed, effort and load count
 * positive along it, so that what stands in its way always raises the effort.
 *
 * @param joint index in the order of the motors
 * @param name name of the joint
 * @param inertiaClass number of its class of like inertia
 * @param times times of the readings [s since the epoch]
 * @param period time between two readings [s]
 * @param position position along the motion [rad]
 * @param velocity reported speed along the motion [rad/s]
 * @param command commanded effort along the motion [driver units]
 * @param speed smoothed derivative of the position [rad/s]
 * @param acceleration smoothed second derivative of the position [rad/s^2]
 * @param effort smoothed command [driver units]
 * @param gravity torque that holds the finger's weight [N m]
 * @param first first reading that moves
 * @param last last reading that moves
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MovingJoint(
    int joint,
    String name,
    int inertiaClass,
    double[] times,
    double period,
    double[] position,
    double[] velocity,
    double[] command,
    double[] speed,
    double[] acceleration,
    double[] effort,
    double[] gravity,
    int first,
    int last) {

  /** Joints that travel less do not take part [rad]; holding joints yield by less. */
  private static final double SMALLEST_TRAVEL = 0.1;

  /** Slower than this, dry friction and the servo's approach rule a joint [rad/s]. */
  static final double MOVING_SPEED = 0.25;

  /** Fewer moving readings tell nothing of a joint. */
  private static final double SHORTEST_MOTION_S = 20.0 / 300;

  // Half the filter windows, over which a finger's speed and acceleration are about quadratic.
  private static final double SPEED_HALF_WINDOW_S = 1.0 / 30;
  private static final double ACCELERATION_HALF_WINDOW_S = 1.0 / 20;

  /** Finds the joints that move. */
  static List<MovingJoint> of(Readings readings, FingerModel fingers) {
    double[][] gravity = fingers.gravityTorques(readings);
    int[] classes = fingers.inertiaClasses();
    List<MovingJoint> moving = new ArrayList<>();
    for (int joint = 0; joint < gravity.length; joint++) {
      double[] q = readings.positions()[joint];
      double lowest = Arrays.stream(q).min().orElse(0);
      double highest = Arrays.stream(q).max().orElse(0);
      if (highest - lowest > SMALLEST_TRAVEL) {
        double direction = q[q.length - 1] >= q[0] ? 1 : -1;
        MovingJoint candidate = of(readings, joint, direction, gravity[joint], classes[joint]);
        if (candidate.movingReadings() * readings.period() >= SHORTEST_MOTION_S) {
          moving.add(candidate);
        }
      }
    }
    return List.copyOf(moving);
  }

  private static MovingJoint of(
      Readings readings, int joint, double direction, double[] gravity, int inertiaClass) {
    double period = readings.period();
    double[] position = scaled(readings.positions()[joint], direction);
    double[] command = scaled(readings.efforts()[joint], direction);
    int speedWindow = window(SPEED_HALF_WINDOW_S, period, position.length);
    int accelerationWindow = window(ACCELERATION_HALF_WINDOW_S, period, position.length);
    double[] speed = SavitzkyGolay.of(speedWindow, 2, 1).apply(position, period);
    int first = 0;
    int last = speed.length - 1;
    while (first < last && speed[first] <= MOVING_SPEED) {
      first++;
    }
    while (last > first && speed[last] <= MOVING_SPEED) {
      last--;
    }
    return new MovingJoint(
        joint,
        readings.order().joints().get(joint),
        inertiaClass,
        readings.times(),
        period,
        position,
        scaled(readings.velocities()[joint], direction),
        command,
        speed,
        SavitzkyGolay.of(accelerationWindow, 2, 2).apply(position, period),
        SavitzkyGolay.of(speedWindow, 2, 0).apply(command, period),
        scaled(gravity, direction),
        first,
        last);
  }

  private double movingReadings() {
    return Arrays.stream(speed).filter(v -> v > MOVING_SPEED).count();
  }

  /** Smooths a signal of this joint over the window of the acceleration. */
  double[] smoothed(double[] signal) {
    int window = window(ACCELERATION_HALF_WINDOW_S, period, signal.length);
    return SavitzkyGolay.of(window, 2, 0).apply(signal, period);
  }

  private static int window(double halfSeconds, double period, int length) {
    int half = Math.max(2, (int) Math.round(halfSeconds / period));
    return 2 * Math.min(half, (length - 1) / 2) + 1;
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(value -> factor * value).toArray();
  }
}
