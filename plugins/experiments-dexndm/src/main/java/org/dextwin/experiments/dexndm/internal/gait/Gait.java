package org.dextwin.experiments.dexndm.internal.gait;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.learning.evolution.Box;
import org.dextwin.learning.proprioception.Proprioception;

/**
 * A finger gait: every joint's target is an offset and one harmonic, all at one frequency,
 *
 * <pre>q_i(t) = offset_i + a_i sin(2 pi f t) + b_i cos(2 pi f t).</pre>
 *
 * <p>As a vector of numbers: all offsets, all a, all b, the frequency.
 *
 * <p><i>Thread safety</i>: immutable; do not write to the array.
 *
 * @param numbers 3 n + 1 numbers [rad, rad, rad, Hz]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Gait(double[] numbers) {

  /**
   * Where gaits are searched for.
   *
   * @param offsetRad farthest that an offset is from where the joint rests [rad]
   * @param amplitudeRad largest a and b [rad]
   * @param leastHz lowest frequency [Hz]
   * @param mostHz highest frequency [Hz]
   */
  public record Ranges(double offsetRad, double amplitudeRad, double leastHz, double mostHz) {}

  /** How many numbers a gait of so many joints has. */
  static int size(int joints) {
    return 3 * joints + 1;
  }

  /** Number of joints. */
  int joints() {
    return numbers.length / 3;
  }

  /** The frequency [Hz]. */
  double frequency() {
    return numbers[numbers.length - 1];
  }

  /** The target of a joint at a time [s]. */
  double target(int joint, double time) {
    int n = joints();
    double phase = 2 * Math.PI * frequency() * time;
    return numbers[joint]
        + numbers[n + joint] * Math.sin(phase)
        + numbers[2 * n + joint] * Math.cos(phase);
  }

  /** The same without motion: what turns then is no work of the gait. */
  Gait still() {
    double[] still = numbers.clone();
    for (int i = joints(); i < 3 * joints(); i++) {
      still[i] = 0;
    }
    return new Gait(still);
  }

  /**
   * Returns where gaits are searched for.
   *
   * @param ranges sizes of the ranges
   * @param body limits of the joints
   * @param rest where the joints rest [rad]
   * @return ranges of all numbers
   */
  static Box box(Ranges ranges, Proprioception body, double[] rest) {
    int n = rest.length;
    double[] low = new double[size(n)];
    double[] high = new double[size(n)];
    for (int i = 0; i < n; i++) {
      low[i] = Math.max(body.lower().get(i), rest[i] - ranges.offsetRad());
      high[i] = Math.min(body.upper().get(i), rest[i] + ranges.offsetRad());
      for (int k = n + i; k < 3 * n; k += n) {
        low[k] = -ranges.amplitudeRad();
        high[k] = ranges.amplitudeRad();
      }
    }
    low[3 * n] = ranges.leastHz();
    high[3 * n] = ranges.mostHz();
    return new Box(low, high);
  }

  List<Double> list() {
    List<Double> list = new ArrayList<>();
    for (double number : numbers) {
      list.add(number);
    }
    return list;
  }
}
