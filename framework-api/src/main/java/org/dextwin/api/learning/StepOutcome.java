package org.dextwin.api.learning;

import java.util.Map;
import java.util.Optional;
import org.dextwin.api.spi.Experimental;

/**
 * What came of one action.
 *
 * <p><i>Thread safety</i>: immutable; do not write to the array.
 *
 * @param observation the next observation, shape (spec().observationSize())
 * @param reward reward of this step
 * @param ending why the episode ended; empty while it goes on
 * @param measures what was measured in this step, by names with units, such as {@code
 *     lifted_height_m}
 */
@Experimental
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StepOutcome(
    float[] observation, double reward, Optional<Ending> ending, Map<String, Double> measures) {

  /**
   * Copies the measures.
   *
   * @param observation the next observation
   * @param reward reward of this step
   * @param ending why the episode ended
   * @param measures what was measured
   */
  public StepOutcome {
    measures = Map.copyOf(measures);
  }

  /**
   * How an episode ended.
   *
   * @param success whether the task was achieved
   * @param cause the cause in kebab-case, one of a small set of each task: {@code held}, {@code
   *     slip}, {@code no-contact}, {@code time}
   */
  public record Ending(boolean success, String cause) {}
}
