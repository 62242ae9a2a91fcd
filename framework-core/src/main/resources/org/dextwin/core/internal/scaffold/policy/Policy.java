package @package@;

import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;

/**
 * Acts against what it sees: each number of the action is the sum of those observed that fall to
 * it, times a negative gain.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class @Class@Policy implements Policy {

  private final PolicySpec spec;
  private final float gain;

  @Class@Policy(@Class@Config config) {
    spec =
        new PolicySpec(
            config.observationSize(), config.actionSize(), (float) config.actionBound());
    gain = (float) config.gain();
  }

  @Override
  public PolicySpec spec() {
    return spec;
  }

  /** It has no memory and no randomness. */
  @Override
  public void reset(long seed) {}

  @Override
  public float[] act(float[] observation) {
    if (observation.length != spec.observationSize()) {
      throw new IllegalArgumentException(
          "found an observation of "
              + observation.length
              + " numbers, expected "
              + spec.observationSize());
    }
    float[] action = new float[spec.actionSize()];
    for (int i = 0; i < observation.length; i++) {
      if (!Float.isFinite(observation[i])) {
        throw new IllegalArgumentException("number " + i + " of the observation is not finite");
      }
      action[i % action.length] -= gain * observation[i];
    }
    for (int i = 0; i < action.length; i++) {
      action[i] = Math.max(-spec.actionBound(), Math.min(spec.actionBound(), action[i]));
    }
    return action;
  }

  @Override
  public void close() {}
}
