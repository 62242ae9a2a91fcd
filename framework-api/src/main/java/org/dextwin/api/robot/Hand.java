package org.dextwin.api.robot;

import org.dextwin.api.model.HandModel;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Role;

/**
 * A robot hand.
 *
 * <p><i>Thread safety</i>: thread-safe; the model is immutable.
 */
@Role("hand")
public interface Hand extends Component {

  /**
   * Returns kinematics, masses, collision shapes and servos of the hand.
   *
   * @return the model
   */
  HandModel model();
}
