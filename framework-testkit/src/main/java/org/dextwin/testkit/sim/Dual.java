package org.dextwin.testkit.sim;

/**
 * A number and its derivative along one direction: forward-mode differentiation.
 *
 * @param value the number
 * @param slope its derivative
 */
record Dual(double value, double slope) {

  static final Dual ZERO = new Dual(0, 0);

  static Dual of(double value) {
    return new Dual(value, 0);
  }

  Dual plus(Dual o) {
    return new Dual(value + o.value, slope + o.slope);
  }

  Dual minus(Dual o) {
    return new Dual(value - o.value, slope - o.slope);
  }

  Dual times(Dual o) {
    return new Dual(value * o.value, slope * o.value + value * o.slope);
  }

  Dual times(double k) {
    return new Dual(k * value, k * slope);
  }

  Dual over(Dual o) {
    return new Dual(value / o.value, (slope - value / o.value * o.slope) / o.value);
  }

  Dual sqrt() {
    double root = Math.sqrt(value);
    return new Dual(root, slope / (2 * root));
  }

  Dual sin() {
    return new Dual(Math.sin(value), Math.cos(value) * slope);
  }

  Dual cos() {
    return new Dual(Math.cos(value), -Math.sin(value) * slope);
  }

  Dual clamp(double limit) {
    return Math.abs(value) <= limit ? this : new Dual(Math.copySign(limit, value), 0);
  }
}
