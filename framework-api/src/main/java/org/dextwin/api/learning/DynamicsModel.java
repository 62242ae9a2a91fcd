package org.dextwin.api.learning;

import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Experimental;
import org.dextwin.api.spi.Role;

/**
 * Predicts where the joints of a hand will be one step later, from what they did in the last steps.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Experimental
@Role("dynamics")
public interface DynamicsModel extends Component {

  /**
   * Returns what the model has to be given.
   *
   * @return joints, rate and window
   */
  DynamicsSpec spec();

  /**
   * Predicts a batch; each prediction depends on its own history alone.
   *
   * @param histories row-major, shape (count, window, 2, joints), see {@link DynamicsSpec}; not
   *     modified
   * @param count number of histories
   * @return joint positions one step later [rad], row-major, shape (count, joints)
   * @throws IllegalArgumentException if the array is shorter or holds a number that is not finite
   */
  float[] predict(float[] histories, int count);
}
