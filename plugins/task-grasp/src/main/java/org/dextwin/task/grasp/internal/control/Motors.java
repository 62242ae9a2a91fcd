package org.dextwin.task.grasp.internal.control;

import org.dextwin.api.model.HandModel;

/**
 * What the motors of the hand may give.
 *
 * @param torqueConstant Kt, torque per current [N m/A]
 * @param capMa declared limit of current [mA]
 */
public record Motors(double torqueConstant, double capMa) {

  /**
   * Returns the current that every motor may draw: the declared one, or what gives the torque of
   * the hand's weakest servo if that is less.
   *
   * @param hand the hand
   * @return current [mA]
   */
  public double usableMa(HandModel hand) {
    double weakest =
        hand.robot().actuators().stream()
            .mapToDouble(actuator -> actuator.torqueLimit())
            .min()
            .orElseThrow(() -> new IllegalArgumentException("the hand has no motors"));
    return Math.min(capMa, 1000 * weakest / torqueConstant);
  }

  /**
   * Returns the torque of that current.
   *
   * @param hand the hand
   * @return torque [N m]
   */
  public double usableTorque(HandModel hand) {
    return torqueConstant * usableMa(hand) / 1000;
  }
}
