package org.dextwin.core.internal.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Function;

/** Texts at the ticks of an axis: as short as the number allows. */
final class TickLabels {

  private TickLabels() {}

  static Function<Double, String> linear() {
    return TickLabels::shortest;
  }

  /** Returns powers of ten as such and what lies between them without a text. */
  static Function<Double, String> decades() {
    return value -> {
      double exponent = Math.log10(value);
      return Math.abs(exponent - Math.rint(exponent)) < 1e-9 ? shortest(value) : "";
    };
  }

  static String shortest(double value) {
    // Ticks are sums of steps; their rounding errors are not for the reader.
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(7)).stripTrailingZeros();
    double size = rounded.abs().doubleValue();
    if (rounded.signum() == 0) {
      return "0";
    }
    return size >= 1e6 || size < 1e-4 ? scientific(rounded) : rounded.toPlainString();
  }

  private static String scientific(BigDecimal number) {
    int exponent = number.precision() - number.scale() - 1;
    return number.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString()
        + "e"
        + exponent;
  }
}
