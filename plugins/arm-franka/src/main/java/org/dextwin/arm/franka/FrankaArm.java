package org.dextwin.arm.franka;

import java.util.Optional;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.robot.ArmDriver;

/**
 * A Franka arm.
 *
 * @param model its model, with the hand on it
 * @param driver the way to its own motors
 */
record FrankaArm(ArmModel model, Optional<ArmDriver> driver) implements Arm {

  @Override
  public void close() {
    driver.ifPresent(ArmDriver::close);
  }
}
