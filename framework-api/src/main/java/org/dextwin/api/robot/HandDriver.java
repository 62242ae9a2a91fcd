package org.dextwin.api.robot;

import org.dextwin.api.spi.Experimental;
import org.dextwin.api.spi.Role;

/**
 * The bus of a hand.
 *
 * <p><i>Thread safety</i>: confined, except {@link #stop}.
 */
@Experimental
@Role("hand-driver")
public interface HandDriver extends Device {

  /**
   * Reads the joints.
   *
   * @return their state
   */
  JointState read();

  /**
   * Sends targets.
   *
   * @param command what is wanted
   * @return what was applied, after every limit
   */
  JointCommand send(JointCommand command);
}
