package org.dextwin.learning.evaluation;

import java.util.List;
import java.util.Map;
import org.dextwin.api.learning.StepOutcome;

/**
 * An episode that was played to its end.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param number number of the episode, 0 the first
 * @param seed seed of world and policy
 * @param ending how it ended
 * @param reward sum of the rewards
 * @param measures what was measured, step by step
 */
public record PlayedEpisode(
    int number,
    long seed,
    StepOutcome.Ending ending,
    double reward,
    List<Map<String, Double>> measures) {

  /**
   * Copies the list.
   *
   * @param number number of the episode
   * @param seed seed of world and policy
   * @param ending how it ended
   * @param reward sum of the rewards
   * @param measures what was measured, step by step
   */
  public PlayedEpisode {
    measures = List.copyOf(measures);
  }

  /**
   * Returns what was measured last.
   *
   * @param name name of the measure
   * @return its value in the last step that had it; NaN if none had
   */
  public double last(String name) {
    for (int i = measures.size() - 1; i >= 0; i--) {
      Double value = measures.get(i).get(name);
      if (value != null) {
        return value;
      }
    }
    return Double.NaN;
  }
}
