package org.dextwin.experiments.drex.internal.pushlog.motor;

import java.util.OptionalDouble;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.robot.JointLog;
import org.dextwin.mechanics.log.Median;

/**
 * A joint log at a constant rate, one row per joint: filters need equal steps. A log with missing
 * readings is interpolated linearly onto its usual period; others stay as they are.
 *
 * @param order the joints, in the order of the rows
 * @param period time between two readings [s]
 * @param times times of the readings [s since the epoch]
 * @param positions joint positions [rad], shape (joints, n)
 * @param velocities reported joint velocities [rad/s], shape (joints, n)
 * @param efforts commanded efforts [driver units], shape (joints, n)
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Readings(
    JointOrder order,
    double period,
    double[] times,
    double[][] positions,
    double[][] velocities,
    double[][] efforts) {

  /** A step longer than this many periods is a missing reading. */
  private static final double LONG_STEP = 1.5;

  /** A joint that is farther than this from where it started has begun to move [rad]. */
  private static final double ONSET = 0.01;

  static Readings of(JointLog log) {
    double[] times = log.times();
    double[] steps = new double[Math.max(1, times.length - 1)];
    double longest = 0;
    for (int i = 1; i < times.length; i++) {
      steps[i - 1] = times[i] - times[i - 1];
      longest = Math.max(longest, steps[i - 1]);
    }
    double period = Median.of(steps);
    double[] grid = longest > LONG_STEP * period ? evenly(times, period) : times;
    int joints = log.order().size();
    double[][] positions = new double[joints][];
    double[][] velocities = new double[joints][];
    double[][] efforts = new double[joints][];
    for (int joint = 0; joint < joints; joint++) {
      int j = joint;
      positions[j] = interpolated(times, grid, i -> log.position(i, j));
      velocities[j] = interpolated(times, grid, i -> log.velocity(i, j));
      efforts[j] = interpolated(times, grid, i -> log.effort(i, j));
    }
    return new Readings(log.order(), period, grid, positions, velocities, efforts);
  }

  /** Returns the first time any joint is away from where it started; empty if none moves. */
  OptionalDouble onset() {
    for (int i = 0; i < times.length; i++) {
      for (double[] q : positions) {
        if (Math.abs(q[i] - q[0]) > ONSET) {
          return OptionalDouble.of(times[i]);
        }
      }
    }
    return OptionalDouble.empty();
  }

  private static double[] evenly(double[] times, double period) {
    int steps = (int) Math.floor((times[times.length - 1] - times[0]) / period);
    double[] grid = new double[steps + 1];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = times[0] + i * period;
    }
    return grid;
  }

  private static double[] interpolated(double[] times, double[] grid, Signal signal) {
    double[] values = new double[grid.length];
    int before = 0;
    for (int i = 0; i < grid.length; i++) {
      while (before < times.length - 2 && times[before + 1] <= grid[i]) {
        before++;
      }
      double weight =
          times.length == 1 ? 0 : (grid[i] - times[before]) / (times[before + 1] - times[before]);
      values[i] =
          weight == 0
              ? signal.at(before)
              : (1 - weight) * signal.at(before) + weight * signal.at(before + 1);
    }
    return values;
  }

  /** A reading as a function of its index. */
  @FunctionalInterface
  private interface Signal {
    double at(int reading);
  }
}
