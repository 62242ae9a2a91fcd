package org.dextwin.robot.urdf;

import org.dextwin.api.model.ArmModel;
import org.dextwin.api.robot.Arm;

/**
 * An arm from a URDF file.
 *
 * @param model its model, with the hand on it
 */
record UrdfArm(ArmModel model) implements Arm {

  @Override
  public void close() {
    // holds nothing
  }
}
