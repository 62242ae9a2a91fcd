package org.dextwin.devices.safety;

import java.util.Arrays;
import org.dextwin.api.model.HandModel;

/**
 * The map of D-REX: all motors get the largest force, a number from 0 to 1, times the number of
 * active fingers times 15 mA.
 *
 * <p><i>Thread safety</i>: immutable. <i>References</i>: D-REX 2025, deployment code.
 */
public final class DrexForceMap implements ForceMap {

  private static final double STEP_MA = 15;

  private final int motors;
  private final int fingers;
  private final double capMa;

  /**
   * Makes the map.
   *
   * @param hand the hand
   * @param capMa largest current [mA]
   */
  public DrexForceMap(HandModel hand, double capMa) {
    this.motors = hand.robot().actuators().size();
    this.fingers = hand.fingers().size();
    this.capMa = Currents.requireCap(capMa);
  }

  @Override
  public double[] milliamperes(double[] forces, double[] q) {
    Currents.requireLength("forces", fingers, forces);
    Currents.requireLength("joint positions", motors, q);
    double largest = 0;
    int active = 0;
    for (double force : forces) {
      double sane = Math.min(1, Currents.sane(force));
      largest = Math.max(largest, sane);
      active += sane > 0 ? 1 : 0;
    }
    double[] currents = new double[motors];
    Arrays.fill(currents, Math.min(capMa, largest * active * STEP_MA));
    return currents;
  }
}
