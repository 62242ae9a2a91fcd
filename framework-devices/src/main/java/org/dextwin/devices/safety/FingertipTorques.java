package org.dextwin.devices.safety;

/**
 * Turns forces that fingertips are to exert into torques of the motors.
 *
 * <p><i>Thread safety</i>: confined.
 */
@FunctionalInterface
public interface FingertipTorques {

  /**
   * Returns how much torque each motor may give.
   *
   * @param forces force of each finger [N], in the order of the hand's fingers; any number, NaN and
   *     infinity included
   * @param q joint positions in motor order [rad]
   * @return torques in motor order [N m], zero or more; never smaller for larger forces
   */
  double[] newtonMetres(double[] forces, double[] q);

  /**
   * Takes the torques of the currents of a map.
   *
   * @param map the map
   * @param torqueConstant Kt, torque per current of the motors [N m/A]
   * @return its torques
   */
  static FingertipTorques of(ForceMap map, double torqueConstant) {
    return (forces, q) -> {
      double[] torques = map.milliamperes(forces, q);
      for (int i = 0; i < torques.length; i++) {
        torques[i] *= torqueConstant / 1000;
      }
      return torques;
    };
  }
}
