package org.dextwin.api.learning;

import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Experimental;
import org.dextwin.api.spi.Role;

/**
 * Maps observations to actions.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Experimental
@Role("policy")
public interface Policy extends Component {

  /**
   * Returns sizes and bounds of observations and actions.
   *
   * @return the specification
   */
  PolicySpec spec();

  /**
   * Starts an episode; the same seed and observations give the same actions.
   *
   * @param seed seed of the policy's randomness
   */
  void reset(long seed);

  /**
   * Chooses an action.
   *
   * @param observation shape (spec().observationSize())
   * @return the action, shape (spec().actionSize()), within the bounds
   */
  float[] act(float[] observation);
}
