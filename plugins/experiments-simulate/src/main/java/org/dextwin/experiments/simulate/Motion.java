package org.dextwin.experiments.simulate;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.dextwin.api.robot.JointLog;
import org.dextwin.api.spi.InvalidInputException;

/** Targets of all actuators as a function of time. */
@FunctionalInterface
interface Motion {

  /**
   * Writes the targets of one moment.
   *
   * @param time time from the start [s]
   * @param targets one per actuator; overwritten from the offset on
   * @param offset where the first one stands
   */
  void write(double time, double[] targets, int offset);

  /** Every target stays where it is at the start. */
  static Motion hold(List<Drive> drives) {
    return (time, targets, offset) -> {
      for (int i = 0; i < drives.size(); i++) {
        targets[offset + i] = drives.get(i).rest();
      }
    };
  }

  /** Every target goes to a part of its range, along a minimum-jerk path (Flash and Hogan 1985). */
  static Motion close(List<Drive> drives, MotionConfig.Close config) {
    requireNames("motion.close.joints", config.joints().keySet(), drives);
    double[] ends =
        drives.stream()
            .mapToDouble(
                drive -> drive.at(config.joints().getOrDefault(drive.name(), config.fraction())))
            .toArray();
    return (time, targets, offset) -> {
      double s = Math.max(0, Math.min(1, (time - config.startS()) / config.timeS()));
      double part = s * s * s * (10 + s * (6 * s - 15));
      for (int i = 0; i < drives.size(); i++) {
        double rest = drives.get(i).rest();
        targets[offset + i] = rest + part * (ends[i] - rest);
      }
    };
  }

  /** Targets swing about where they start, within their limits; the others stay. */
  static Motion sine(List<Drive> drives, MotionConfig.Sine config) {
    requireNames("motion.sine.joints", config.joints(), drives);
    List<String> named = config.joints();
    List<Boolean> swinging =
        drives.stream()
            .map(drive -> named.isEmpty() || named.stream().anyMatch(drive::isNamed))
            .toList();
    return (time, targets, offset) -> {
      double swing = config.amplitudeRad() * Math.sin(2 * Math.PI * config.frequencyHz() * time);
      for (int i = 0; i < drives.size(); i++) {
        Drive drive = drives.get(i);
        targets[offset + i] = swinging.get(i) ? drive.clamp(drive.rest() + swing) : drive.rest();
      }
    };
  }

  /**
   * Targets are the positions of a log, interpolated linearly; the last reading is held.
   *
   * @param log a log of at least one reading whose joints are in the order of the drives
   */
  static Motion replay(List<Drive> drives, JointLog log) {
    double[] times = log.times();
    return (time, targets, offset) -> {
      double logTime = times[0] + time;
      int before = lastAtOrBefore(times, logTime);
      int after = Math.min(before + 1, times.length - 1);
      double span = times[after] - times[before];
      double weight = span > 0 ? Math.max(0, logTime - times[before]) / span : 0;
      for (int i = 0; i < drives.size(); i++) {
        double q = (1 - weight) * log.position(before, i) + weight * log.position(after, i);
        targets[offset + i] = drives.get(i).clamp(q);
      }
    };
  }

  private static int lastAtOrBefore(double[] times, double time) {
    int place = Arrays.binarySearch(times, time);
    return place >= 0 ? place : Math.max(0, -place - 2);
  }

  private static void requireNames(String key, Collection<String> names, List<Drive> drives) {
    List<String> known = drives.stream().map(Drive::name).toList();
    for (String name : names) {
      if (drives.stream().noneMatch(drive -> drive.isNamed(name))) {
        throw new InvalidInputException(
            "%s names '%s', which nothing drives; there are %s".formatted(key, name, known));
      }
    }
  }
}
