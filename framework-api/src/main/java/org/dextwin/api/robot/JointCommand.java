package org.dextwin.api.robot;

import java.util.Optional;
import org.dextwin.api.model.JointOrderException;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.spi.Experimental;

/**
 * Targets for a device's joints.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param position joint positions to reach [rad]
 * @param effortLimit largest torque each joint may use to get there [N m]; empty for what the
 *     device allows
 */
@Experimental
public record JointCommand(JointVector position, Optional<JointVector> effortLimit) {

  /**
   * Checks the orders.
   *
   * @param position joint positions to reach [rad]
   * @param effortLimit largest torque each joint may use to get there [N m]; empty for what the
   *     device allows
   * @throws JointOrderException if the two are in different orders
   */
  public JointCommand {
    effortLimit.ifPresent(
        limit -> {
          if (!limit.order().equals(position.order())) {
            throw new JointOrderException(
                "limit the efforts of a command", position.order(), limit.order());
          }
        });
  }

  /**
   * Makes a command with all the torque that the device allows.
   *
   * @param position joint positions to reach [rad]
   */
  public JointCommand(JointVector position) {
    this(position, Optional.empty());
  }
}
