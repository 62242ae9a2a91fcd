package org.dextwin.devices.safety;

/**
 * Turns forces that fingertips are to exert into currents of the motors.
 *
 * <p><i>Thread safety</i>: confined.
 */
public interface ForceMap {

  /**
   * Returns how much current each motor may draw.
   *
   * @param forces force of each finger [N], in the order of the hand's fingers; any number, NaN and
   *     infinity included
   * @param q joint positions in motor order [rad]
   * @return currents in motor order [mA], between zero and the cap; never smaller for larger forces
   */
  double[] milliamperes(double[] forces, double[] q);
}
