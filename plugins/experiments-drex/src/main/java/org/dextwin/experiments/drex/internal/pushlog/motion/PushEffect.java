package org.dextwin.experiments.drex.internal.pushlog.motion;

/**
 * What the push did to the object, per mass. The work of the fingers on it is mass * (energy + mu g
 * slip), mu the friction of the table.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param energy energy per mass that it carried over the edge [J/kg]
 * @param energySigma its standard deviation [J/kg]
 * @param slip how far it slid until then [m]
 * @param slipSigma its standard deviation [m]
 * @param time when the energy is taken [s]
 * @param windowEnd when it moves on by itself, so that later work tells nothing of its mass [s]
 * @param tilt tilt at {@code time} [rad]
 * @param halfBase distance b of the edge from below the centre of mass, along the motion [m]
 * @param balanceAngle tilt at which the centre of mass is above the edge [rad]
 */
public record PushEffect(
    double energy,
    double energySigma,
    double slip,
    double slipSigma,
    double time,
    double windowEnd,
    double tilt,
    double halfBase,
    double balanceAngle) {

  /** Standard gravity at the level of accuracy of a push [m/s^2]. */
  public static final double GRAVITY = 9.81;

  /**
   * Returns the work per mass that the push took.
   *
   * @param friction coefficient mu of the table
   * @return energy + mu g slip [J/kg]
   */
  public double perMass(double friction) {
    return energy + friction * GRAVITY * slip;
  }

  /**
   * Returns the standard deviation of {@link #perMass}.
   *
   * @param friction coefficient mu of the table
   * @param frictionSigma its standard deviation
   * @return standard deviation [J/kg]
   */
  public double sigma(double friction, double frictionSigma) {
    return Math.hypot(
        energySigma, GRAVITY * Math.hypot(frictionSigma * slip, friction * slipSigma));
  }
}
