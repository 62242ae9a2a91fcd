package org.dextwin.api.robot;

import java.util.Optional;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Experimental;
import org.dextwin.api.spi.Role;

/**
 * A robot arm.
 *
 * <p><i>Thread safety</i>: thread-safe; the model is immutable.
 */
@Experimental
@Role(value = "arm", options = ArmOptions.class)
public interface Arm extends Component {

  /**
   * Returns kinematics, masses, collision shapes and servos of the arm and the hand on it.
   *
   * @return the model
   */
  ArmModel model();

  /**
   * Returns the driver of the real arm or of its twin.
   *
   * @return the driver; empty if the configuration names none
   */
  @Experimental
  default Optional<ArmDriver> driver() {
    return Optional.empty();
  }
}
