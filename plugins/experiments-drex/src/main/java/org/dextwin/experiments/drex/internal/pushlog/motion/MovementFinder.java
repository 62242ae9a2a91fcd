package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.Arrays;
import org.dextwin.api.math.Vec3;
import org.dextwin.experiments.drex.internal.pushlog.motion.Movement.Kind;

/** Says whether, when and how an object moved. */
final class MovementFinder {

  /** Below this tilt nothing tips: twice the tracker's worst static noise. */
  private static final double LEAST_TILT = Math.toRadians(3);

  /** Below this displacement nothing slides: a few times the tracker's noise [m]. */
  private static final double LEAST_DISPLACEMENT = 0.005;

  /** A tilt that is surely the push; the onset is looked for before it. */
  static final double PLAIN_TILT = Math.toRadians(20);

  /** Tilt at the onset above that at rest: the tracker's typical noise. */
  private static final double ONSET_TILT = Math.toRadians(0.7);

  /** Displacement at the onset above that at rest [m]: the tracker's noise in depth. */
  private static final double ONSET_SHIFT = 0.001;

  /** Poses that agree make a rest, within {@link #REST_SHIFT}. */
  static final int REST_POSES = 5;

  /** Positions that agree, in each coordinate [m]: twice the tracker's worst static noise. */
  private static final double REST_SHIFT = 0.004;

  /** Distance within which a rest is the final one [m]. */
  private static final double FINAL_SHIFT = 0.01;

  private final BodyPath path;
  private final double[] tilts;
  private final double[] shifts;

  private MovementFinder(BodyPath path) {
    this.path = path;
    this.tilts = new double[path.size()];
    this.shifts = new double[path.size()];
    double[][] rest = new double[3][path.size()];
    for (int i = 0; i < path.size(); i++) {
      tilts[i] = path.tilt(i);
      Vec3 center = path.centerOfMass(i);
      rest[0][i] = center.x();
      rest[1][i] = center.y();
      rest[2][i] = center.z();
    }
    Vec3 start = new Vec3(path.atRest(rest[0]), path.atRest(rest[1]), path.atRest(rest[2]));
    for (int i = 0; i < path.size(); i++) {
      shifts[i] = path.horizontal(path.centerOfMass(i).minus(start)).norm();
    }
  }

  static Movement find(BodyPath path) {
    return new MovementFinder(path).movement();
  }

  private Movement movement() {
    int first = 0;
    while (path.time(first) < path.track().handOnset()) {
      first++;
    }
    double tilt = sustained(tilts, first);
    double displacement = sustained(shifts, first);
    if (tilt < LEAST_TILT && displacement < LEAST_DISPLACEMENT) {
      return new Movement(
          Kind.NONE, path.track().handOnset(), path.time(path.size() - 1), tilt, displacement);
    }
    boolean tips = tilt >= LEAST_TILT;
    double[] signal = tips ? tilts : shifts;
    int peak = peak(signal, first, tips ? PLAIN_TILT : displacement / 2);
    double threshold = atRest(signal, tips ? ONSET_TILT : ONSET_SHIFT);
    int onset = peak;
    while (onset > first && signal[onset] > threshold) {
      onset--;
    }
    return new Movement(
        tips ? Kind.TIP : Kind.SLIDE, path.time(onset), path.time(rest(peak)), tilt, displacement);
  }

  /** Returns the largest value that two neighbouring poses reach: one alone may be noise. */
  private static double sustained(double[] signal, int first) {
    double largest = 0;
    for (int i = first + 1; i < signal.length; i++) {
      largest = Math.max(largest, Math.min(signal[i - 1], signal[i]));
    }
    return largest;
  }

  /** Returns the first pose above a level, else the largest. */
  private static int peak(double[] signal, int first, double level) {
    int peak = first;
    for (int i = first; i < signal.length && !(signal[peak] > level); i++) {
      peak = signal[i] > signal[peak] ? i : peak;
    }
    return peak;
  }

  /** Returns the level at rest plus noise, or plus twice its spread if that is more. */
  private double atRest(double[] signal, double noise) {
    double base = path.atRest(signal);
    double[] before = new double[signal.length];
    int count = 0;
    for (int i = 0; i < signal.length; i++) {
      if (path.isBefore(i)) {
        before[count++] = (signal[i] - base) * (signal[i] - base);
      }
    }
    double variance = Arrays.stream(before, 0, count).average().orElse(0);
    return base + Math.max(noise, 2 * Math.sqrt(variance));
  }

  /**
   * Returns the first pose after the peak of a rest where the track ends, so that a slow push is no
   * rest; if the object is moved on later, the first rest; else the last pose.
   */
  private int rest(int peak) {
    int anywhere = path.size() - 1;
    for (int i = path.size() - REST_POSES; i >= peak; i--) {
      anywhere = rests(i) ? i : anywhere;
    }
    for (int i = anywhere; i + REST_POSES <= path.size(); i++) {
      double off = path.position(i).distanceTo(path.track().after().position());
      if (off < FINAL_SHIFT && rests(i)) {
        return i;
      }
    }
    return anywhere;
  }

  private boolean rests(int from) {
    Vec3 mean = Vec3.ZERO;
    for (int i = from; i < from + REST_POSES; i++) {
      mean = mean.plus(path.position(i).times(1.0 / REST_POSES));
    }
    for (int i = from; i < from + REST_POSES; i++) {
      Vec3 off = path.position(i).minus(mean);
      if (Math.max(Math.abs(off.x()), Math.max(Math.abs(off.y()), Math.abs(off.z())))
          >= REST_SHIFT) {
        return false;
      }
    }
    return true;
  }
}
