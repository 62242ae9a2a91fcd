package org.dextwin.api.sim;

import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Role;

/**
 * A fixed-step time integrator.
 *
 * <p><i>Thread safety</i>: thread-safe; each stepper is confined.
 */
@Role("integrator")
public interface Integrator extends Component {

  /**
   * Prepares steps of one system.
   *
   * @param field its equations of motion
   * @return a stepper with its own work space
   */
  Stepper stepper(AccelerationField field);

  /**
   * Returns the order of accuracy that the integrator reaches on smooth motion.
   *
   * @return the order: the global error is O(dt^order)
   */
  int order();
}
