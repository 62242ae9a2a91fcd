package org.dextwin.arm.franka;

import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.ArmDriver;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Role;
import org.dextwin.devices.safety.SafetyOptions;

/**
 * The way to a Franka arm: a rosbridge, or a twin.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Role(value = "franka-driver", options = FrankaDriver.Options.class)
interface FrankaDriver extends Component {

  /**
   * Makes the driver of an arm, behind its safety envelope.
   *
   * @param model the arm alone, without a hand
   * @param flange name of its flange
   * @return the driver, not connected; the caller closes it
   */
  ArmDriver drive(RobotModel model, String flange);

  /**
   * What all drivers of the arm have in common.
   *
   * @param safety the safety envelope
   */
  record Options(@Key(doc = "The safety envelope.", byDefault = "{}") SafetyOptions safety) {}
}
