package org.dextwin.experiments.dexndm.internal.gait;

import java.util.Map;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.rotation.RotationMeasures;

/**
 * How good a gait is in the search: what its {@link Aim} counts, less what the object tilts and
 * strays and what parts of the hand overlap.
 *
 * <p><i>Thread safety</i>: immutable.
 */
final class GaitScore {

  /** Cost of tilt [1/s]. */
  private static final double TILT = 0.3;

  /** Cost of straying [1/(m s)]. */
  private static final double DRIFT = 5;

  /** Cost of parts of the hand that overlap, which an engine may let through [rad/(m s)]. */
  private static final double OVERLAP = 30;

  private GaitScore() {}

  /**
   * Plays an episode by a gait.
   *
   * @param environment where
   * @param body how the hand is felt and moved
   * @param gait the gait
   * @param seed seed of the episode
   * @param seconds how long at most [s]
   * @param aim what counts
   * @return the score, in the unit of the aim
   */
  static double play(
      Environment environment, Proprioception body, Gait gait, long seed, double seconds, Aim aim) {
    GaitPolicy policy = new GaitPolicy(gait, body);
    policy.reset(seed);
    float[] observation = environment.reset(seed);
    int longest = (int) Math.round(seconds / body.period());
    double score = 0;
    int steps = 0;
    while (steps < longest) {
      StepOutcome outcome = environment.step(policy.act(observation));
      Map<String, Double> measures = outcome.measures();
      if (measures.containsKey(RotationMeasures.SPEED)) {
        steps++;
        score += body.period() * rate(measures, aim);
      }
      if (outcome.ending().isPresent()) {
        break;
      }
      observation = outcome.observation();
    }
    return score - aim.lost() * (longest - steps) * body.period();
  }

  private static double rate(Map<String, Double> measures, Aim aim) {
    double tilt = measures.getOrDefault(RotationMeasures.TILT, 0.0);
    double drift = measures.getOrDefault(RotationMeasures.DRIFT, 0.0);
    double overlap = Math.max(0, -measures.getOrDefault(RotationMeasures.SELF_CLEARANCE, 0.0));
    return aim.gain(measures) - TILT * tilt * tilt - DRIFT * drift - OVERLAP * overlap;
  }
}
