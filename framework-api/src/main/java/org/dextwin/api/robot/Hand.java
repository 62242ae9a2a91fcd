package org.dextwin.api.robot;

import java.util.Optional;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Experimental;
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

  /**
   * Returns the driver of the real hand or of its twin.
   *
   * @return the driver; empty if the configuration names none
   */
  @Experimental
  default Optional<HandDriver> driver() {
    return Optional.empty();
  }
}
