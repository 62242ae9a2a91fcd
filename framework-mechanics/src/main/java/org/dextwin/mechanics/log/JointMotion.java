package org.dextwin.mechanics.log;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dextwin.api.robot.JointLog;

/**
 * The main motion of a joint log: the stretch of time around its fastest reading.
 *
 * @param start when the first joint starts [s]
 * @param end when the last joint stops [s]
 * @param touch when a joint is first braked while it moves on [s]; empty if none is
 */
record JointMotion(double start, double end, OptionalDouble touch) {

  /** Time over which a fall of speed counts as sudden [s]; twelve readings at 300 Hz. */
  static final double WINDOW_S = 0.04;

  /** Joints slower than this part of the fastest one rest. */
  private static final double REST = 0.1;

  /** Pauses up to this do not end a motion [s]. */
  private static final double PAUSE_S = 0.2;

  /** Slower than this nothing moves on purpose [rad/s]; the readings' noise is about 0.01. */
  private static final double SLOWEST = 0.1;

  /** Part of its speed that a joint loses at a touch at least, within {@link #WINDOW_S}. */
  private static final double LOSS = 0.3;

  /** How much steeper than the joint's usual slowing a touch is. */
  private static final double STEEPNESS = 4;

  /** Part of the top speed at which a joint goes on after a touch; below it has stopped. */
  private static final double GOES_ON = 0.15;

  /** Joints with less than this part of the fastest joint's top speed are not examined. */
  private static final double TAKES_PART = 0.3;

  static Optional<JointMotion> find(JointLog log) {
    int joints = log.order().size();
    double[][] speeds = new double[joints][];
    double[] fastest = new double[log.size()];
    for (int joint = 0; joint < joints; joint++) {
      speeds[joint] = speeds(log, joint);
      for (int i = 0; i < fastest.length; i++) {
        fastest[i] = Math.max(fastest[i], speeds[joint][i]);
      }
    }
    int peak = indexOfLargest(fastest);
    if (fastest[peak] < SLOWEST) {
      return Optional.empty();
    }
    double rest = Math.max(REST * fastest[peak], SLOWEST);
    int first = edge(log, fastest, peak, -1, rest);
    int last = edge(log, fastest, peak, 1, rest);
    OptionalDouble touch =
        Arrays.stream(speeds)
            .filter(speed -> largest(speed, first, last) >= TAKES_PART * fastest[peak])
            .map(speed -> touch(log, speed, first, last))
            .flatMapToDouble(OptionalDouble::stream)
            .min();
    return Optional.of(new JointMotion(log.time(first), log.time(last), touch));
  }

  private static double[] speeds(JointLog log, int joint) {
    double[] speeds = new double[log.size()];
    for (int i = 0; i < speeds.length; i++) {
      speeds[i] = Math.abs(log.velocity(i, joint));
    }
    return Median.filter(speeds, 3);
  }

  /** Walks from the fastest reading to the last moving one, across short pauses. */
  private static int edge(JointLog log, double[] speeds, int peak, int direction, double rest) {
    int edge = peak;
    for (int i = peak;
        i >= 0 && i < speeds.length && Math.abs(log.time(i) - log.time(edge)) <= PAUSE_S;
        i += direction) {
      if (speeds[i] > rest) {
        edge = i;
      }
    }
    return edge;
  }

  private static OptionalDouble touch(JointLog log, double[] speed, int first, int last) {
    double period = (log.time(last) - log.time(first)) / Math.max(1, last - first);
    int half = Math.max(1, (int) Math.round(WINDOW_S / 2 / period));
    int from = Math.max(first, half);
    int to = Math.min(last, speed.length - 1 - half);
    double top = largest(speed, first, last);
    double[] slowing = new double[Math.max(0, to - from)];
    for (int i = 0; i < slowing.length; i++) {
      slowing[i] = speed[from + i - half] - speed[from + i + half];
    }
    double[] slowings = Arrays.stream(slowing).filter(s -> s > 0).toArray();
    if (slowings.length == 0) {
      return OptionalDouble.empty();
    }
    double usual = Median.of(slowings);
    for (int i = 0; i < slowing.length; i++) {
      int at = from + i;
      boolean steep = slowing[i] >= LOSS * top && slowing[i] >= STEEPNESS * usual;
      if (steep && mean(speed, at + half, at + 4 * half) >= GOES_ON * top) {
        int steepest = i;
        for (int j = i; j < Math.min(slowing.length, i + 2 * half); j++) {
          steepest = slowing[j] > slowing[steepest] ? j : steepest;
        }
        return OptionalDouble.of(log.time(from + steepest));
      }
    }
    return OptionalDouble.empty();
  }

  private static double mean(double[] values, int from, int to) {
    return Arrays.stream(values, from, Math.min(to, values.length)).average().orElse(0);
  }

  private static double largest(double[] values, int from, int to) {
    return Arrays.stream(values, from, to + 1).max().orElse(0);
  }

  private static int indexOfLargest(double[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      largest = values[i] > values[largest] ? i : largest;
    }
    return largest;
  }
}
