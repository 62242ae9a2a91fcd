package org.dextwin.experiments.drex.internal.pushlog.synthetic;

import java.util.random.RandomGenerator;

/**
 * Dry friction of a joint that is not the same at every angle, as free motion in real logs shows:
 * it departs from its law by 0.008 to 0.010 driver units, in waves of about 0.15 rad. A sum of
 * cosines whose wave numbers are normal has the covariance s^2 exp(-(d/l)^2 / 2).
 */
final class FrictionWaves {

  static final FrictionWaves NONE = new FrictionWaves(0, 1, new double[0], new double[0]);

  private static final int WAVES = 16;

  private final double sigma;
  private final double length;
  private final double[] numbers;
  private final double[] phases;

  private FrictionWaves(double sigma, double length, double[] numbers, double[] phases) {
    this.sigma = sigma;
    this.length = length;
    this.numbers = numbers;
    this.phases = phases;
  }

  /**
   * Draws the friction of a joint.
   *
   * @param sigma standard deviation [driver units]
   * @param length angle over which it is about the same [rad]
   */
  static FrictionWaves draw(double sigma, double length, RandomGenerator random) {
    double[] numbers = new double[WAVES];
    double[] phases = new double[WAVES];
    for (int k = 0; k < WAVES; k++) {
      numbers[k] = random.nextGaussian();
      phases[k] = 2 * StrictMath.PI * random.nextDouble();
    }
    return new FrictionWaves(sigma, length, numbers, phases);
  }

  /** Returns the friction beyond its mean [driver units]. */
  double at(double angle) {
    double sum = 0;
    for (int k = 0; k < numbers.length; k++) {
      sum += StrictMath.cos(numbers[k] * angle / length + phases[k]);
    }
    return numbers.length == 0 ? 0 : sigma * StrictMath.sqrt(2.0 / numbers.length) * sum;
  }
}
