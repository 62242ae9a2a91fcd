package org.dextwin.api.robot;

import org.dextwin.api.model.RobotModel;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Experimental;
import org.dextwin.api.spi.Role;

/**
 * A robot arm.
 *
 * <p><i>Thread safety</i>: thread-safe; the model is immutable.
 */
@Experimental
@Role("arm")
public interface Arm extends Component {

  /**
   * Returns kinematics, masses, collision shapes and servos of the arm.
   *
   * @return the model
   */
  RobotModel model();
}
