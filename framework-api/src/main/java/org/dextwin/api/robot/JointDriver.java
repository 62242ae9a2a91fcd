package org.dextwin.api.robot;

import org.dextwin.api.model.JointOrder;
import org.dextwin.api.spi.Experimental;

/**
 * The bus of a robot's joints. What a hand or an arm hands out checks every command against a
 * safety envelope: it applies what is inside, and stops the device on a fault.
 *
 * <p><i>Thread safety</i>: confined, except {@link #stop}.
 */
@Experimental
public interface JointDriver extends Device {

  /**
   * Returns the order of all joint values that this driver reads and takes.
   *
   * @return the motor order of the robot's model
   */
  JointOrder order();

  /**
   * Reads the joints.
   *
   * @return their state
   * @throws DeviceException if the device is not connected, was stopped, or does not answer
   */
  JointState read();

  /**
   * Sends targets.
   *
   * @param command what is wanted
   * @return what was applied, after every limit
   * @throws DeviceException if the device is not connected, was stopped, or does not answer, or if
   *     the command makes it unsafe to go on; the torque is off then
   * @throws org.dextwin.api.model.JointOrderException if the command is in another order
   */
  JointCommand send(JointCommand command);
}
