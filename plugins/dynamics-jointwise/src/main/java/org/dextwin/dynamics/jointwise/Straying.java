package org.dextwin.dynamics.jointwise;

import java.util.SplittableRandom;
import org.dextwin.learning.training.Seeds;

/**
 * Positions of histories that have strayed: their errors are a random walk, as are those of a model
 * that is followed for some steps. What is to be predicted stays where the joints went, so a model
 * learns to lead back there.
 *
 * <p><i>References</i>: Sanchez-Gonzalez et al., Learning to simulate complex physics with graph
 * networks, ICML 2020, Section 4.2.
 *
 * @param deviation standard deviation of the last position [rad]
 * @param seed seed of the errors; each sample has its own
 */
record Straying(double deviation, long seed) {

  /** Nothing strays. */
  static final Straying NONE = new Straying(0, 0);

  /**
   * Adds errors to a history.
   *
   * @param sample number of the sample
   * @param history of each step the positions, then the targets, shape (window, 2, joints) [rad]
   * @param at first number of the history
   * @param window steps in it
   * @param joints joints in it
   * @return errors of the last positions [rad]
   */
  float[] disturb(int sample, float[] history, int at, int window, int joints) {
    float[] errors = new float[joints];
    if (deviation == 0) {
      return errors;
    }
    double step = deviation / Math.sqrt(window);
    SplittableRandom random = new SplittableRandom(Seeds.derive(seed, sample));
    for (int k = 0; k < window; k++) {
      for (int j = 0; j < joints; j++) {
        errors[j] += (float) (step * random.nextGaussian());
        history[at + 2 * k * joints + j] += errors[j];
      }
    }
    return errors;
  }
}
