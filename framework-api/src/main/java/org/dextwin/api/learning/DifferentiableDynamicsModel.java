package org.dextwin.api.learning;

import org.dextwin.api.spi.Experimental;

/**
 * A dynamics model through which a policy can be trained.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Experimental
public interface DifferentiableDynamicsModel extends DynamicsModel {

  /**
   * Pulls cotangents of predictions back to the histories (vector-Jacobian product): if a loss has
   * the derivatives {@code cotangents} with respect to the predictions, the result is its
   * derivatives with respect to the histories.
   *
   * @param histories as in {@link #predict}; not modified
   * @param cotangents row-major, shape (count, joints); not modified
   * @param count number of histories
   * @return cotangents of the histories, row-major, shape (count, window, 2, joints)
   * @throws IllegalArgumentException if an array is shorter or holds a number that is not finite
   */
  float[] pullBack(float[] histories, float[] cotangents, int count);
}
