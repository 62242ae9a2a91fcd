package org.dextwin.devices.safety;

import org.dextwin.api.model.HandModel;
import org.dextwin.api.spi.Key;

/**
 * Which map turns the forces of fingertips into currents of a hand's motors.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param type the map
 */
public record ForceMapOptions(
    @Key(
            doc =
                "How forces become currents: jacobian, newtons by the fingertips' Jacobian and the"
                    + " motors' torque constant; or drex, D-REX's number from 0 to 1 times the"
                    + " active fingers times 15 mA, the same for all motors.",
            byDefault = "jacobian")
        Type type) {

  /** The maps. */
  public enum Type {
    /** {@link JacobianForceMap}. */
    JACOBIAN,
    /** {@link DrexForceMap}. */
    DREX
  }

  /** The map when the configuration says nothing. */
  public static final ForceMapOptions DEFAULT = new ForceMapOptions(Type.JACOBIAN);

  /**
   * Makes the map.
   *
   * @param hand the hand
   * @param torqueConstant Kt, torque per current of its motors [N m/A]
   * @param capMa largest current [mA]
   * @return the map
   */
  public ForceMap of(HandModel hand, double torqueConstant, double capMa) {
    return switch (type) {
      case JACOBIAN -> new JacobianForceMap(hand, torqueConstant, capMa);
      case DREX -> new DrexForceMap(hand, capMa);
    };
  }
}
