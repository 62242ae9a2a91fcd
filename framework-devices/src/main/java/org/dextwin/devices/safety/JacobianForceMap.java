package org.dextwin.devices.safety;

import org.dextwin.api.model.HandModel;

/**
 * The map of statics: the torques that fingers need for their forces (see {@link
 * FingertipStatics}), and a motor that gives tau = Kt I.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class JacobianForceMap implements ForceMap {

  private final FingertipStatics statics;
  private final double torqueConstant;
  private final double capMa;

  /**
   * Makes the map.
   *
   * @param hand the hand
   * @param torqueConstant Kt, torque per current of its motors [N m/A]
   * @param capMa largest current [mA]
   */
  public JacobianForceMap(HandModel hand, double torqueConstant, double capMa) {
    if (!(torqueConstant > 0) || Double.isInfinite(torqueConstant)) {
      throw new IllegalArgumentException(
          "the torque constant is " + torqueConstant + " N m/A; it must be positive");
    }
    this.statics = new FingertipStatics(hand);
    this.torqueConstant = torqueConstant;
    this.capMa = Currents.requireCap(capMa);
  }

  @Override
  public double[] milliamperes(double[] forces, double[] q) {
    double[] currents = statics.newtonMetres(forces, q);
    for (int i = 0; i < currents.length; i++) {
      currents[i] = Math.min(capMa, 1000 * currents[i] / torqueConstant);
    }
    return currents;
  }
}
