package org.dextwin.experiments.dexndm.internal.efficiency;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * Where one learning curve falls below another.
 *
 * <p><i>Thread safety</i>: immutable.
 */
final class Crossover {

  private Crossover() {}

  /**
   * Finds the number of transitions from which on a model is no worse than the reference, straight
   * between the measured sizes in logarithms of both axes.
   *
   * @param reference errors by the number of transitions
   * @param other the same of the other model, at the same numbers
   * @return the first such number; empty if it is worse at the largest
   */
  static OptionalDouble find(
      SortedMap<Integer, Double> reference, SortedMap<Integer, Double> other) {
    double last = Double.NaN;
    double lastSize = Double.NaN;
    OptionalDouble found = OptionalDouble.empty();
    for (Map.Entry<Integer, Double> entry : other.entrySet()) {
      double size = Math.log(entry.getKey());
      double ahead =
          Math.log(entry.getValue() / reference.getOrDefault(entry.getKey(), Double.NaN));
      if (ahead > 0) {
        found = OptionalDouble.empty();
      } else if (found.isEmpty()) {
        double part = last > 0 ? last / (last - ahead) : 1;
        double at = last > 0 ? lastSize + part * (size - lastSize) : size;
        found = OptionalDouble.of(Math.exp(at));
      }
      last = ahead;
      lastSize = size;
    }
    return found;
  }
}
