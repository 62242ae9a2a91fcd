package org.dextwin.experiments.hardware;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.robot.JointDriver;

/**
 * A robot that can be moved.
 *
 * @param model its model
 * @param hand the model of the hand, if it is one
 * @param arm the model of the arm, if it is one
 * @param driver its driver, behind the safety envelope
 */
record Robot(
    RobotModel model, Optional<HandModel> hand, Optional<ArmModel> arm, JointDriver driver) {

  static Robot of(Hand hand, JointDriver driver) {
    return new Robot(hand.model().robot(), Optional.of(hand.model()), Optional.empty(), driver);
  }

  static Robot of(Arm arm, JointDriver driver) {
    return new Robot(arm.model().robot(), Optional.empty(), Optional.of(arm.model()), driver);
  }

  /** Its fingers; an arm has none. */
  List<Finger> fingers() {
    return hand.map(HandModel::fingers).orElse(List.of());
  }

  /** Order of all joint values. */
  JointOrder order() {
    return driver.order();
  }

  /** Joints in the order of the driver. */
  List<Joint> joints() {
    return order().joints().stream().map(this::joint).toList();
  }

  private Joint joint(String name) {
    return model.joints().stream()
        .filter(joint -> joint.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("the driver moves '" + name + "', the model has none"));
  }
}
