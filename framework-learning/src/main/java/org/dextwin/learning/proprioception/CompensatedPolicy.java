package org.dextwin.learning.proprioception;

import java.util.List;
import org.dextwin.api.learning.Policy;

/**
 * A policy that adds corrections to the targets of another, its base: a + a_res.
 *
 * <p><i>Thread safety</i>: confined.
 */
public interface CompensatedPolicy extends Policy {

  /**
   * Returns how large the corrections were.
   *
   * @return mean of the absolute correction of each joint since the policy was made [rad]; zeros
   *     before it acted
   */
  List<Double> meanCorrections();
}
