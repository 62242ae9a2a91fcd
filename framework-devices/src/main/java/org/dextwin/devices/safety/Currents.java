package org.dextwin.devices.safety;

import org.dextwin.api.math.DimensionMismatchException;

/** Checks of numbers that become currents. */
final class Currents {

  private Currents() {}

  /** Returns a force without sign of danger: NaN and negative forces are none at all. */
  static double sane(double force) {
    return force > 0 ? force : 0;
  }

  static double requireCap(double milliamperes) {
    if (!(milliamperes >= 0) || Double.isInfinite(milliamperes)) {
      throw new IllegalArgumentException(
          "the cap is " + milliamperes + " mA; it must be a finite current");
    }
    return milliamperes;
  }

  static void requireLength(String what, int expected, double[] values) {
    if (values.length != expected) {
      throw new DimensionMismatchException(what, expected, values.length);
    }
  }
}
