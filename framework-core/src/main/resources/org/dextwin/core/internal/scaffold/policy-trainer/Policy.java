package @package@;

import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;

/**
 * An action that is linear in the observation, clipped to its bounds.
 *
 * <p><i>Thread safety</i>: thread-safe; the weights are never written to.
 *
 * @param spec sizes and bounds
 * @param weights row-major, shape (spec.actionSize(), spec.observationSize())
 */
record @Class@Policy(PolicySpec spec, float[] weights) implements Policy {

  @Override
  public void reset(long seed) {}

  @Override
  public float[] act(float[] observation) {
    int n = spec.observationSize();
    if (observation.length != n) {
      throw new IllegalArgumentException(
          "found an observation of " + observation.length + " numbers, expected " + n);
    }
    float[] action = new float[spec.actionSize()];
    for (int i = 0; i < action.length; i++) {
      float sum = 0;
      for (int j = 0; j < n; j++) {
        sum += weights[i * n + j] * observation[j];
      }
      if (!Float.isFinite(sum)) {
        throw new IllegalArgumentException("the observation holds a number that is not finite");
      }
      action[i] = Math.max(-spec.actionBound(), Math.min(spec.actionBound(), sum));
    }
    return action;
  }

  @Override
  public void close() {}
}
