package org.dextwin.experiments.dexndm.internal.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dextwin.learning.statistics.Interval;
import org.junit.jupiter.api.Test;

/** The exponent of a known law is found, and its interval holds it. */
class PowerLawTest {

  private static final double[] SIZES = {1e3, 3e3, 1e4, 3e4, 1e5, 3e5};

  private static double[] errors(double noise) {
    SplittableRandom random = new SplittableRandom(5);
    return Arrays.stream(SIZES)
        .map(size -> 0.2 * Math.pow(size, -0.35) * Math.exp(noise * random.nextGaussian()))
        .toArray();
  }

  @Test
  void aLawWithoutNoiseIsFound() {
    PowerLaw law = PowerLaw.fit(SIZES, errors(0));
    assertThat(law.exponent()).isCloseTo(0.35, within(1e-9));
    assertThat(law.factor()).isCloseTo(0.2, within(1e-9));
    assertThat(law.at(law.sizeFor(1e-4))).isCloseTo(1e-4, within(1e-12));
  }

  @Test
  void theIntervalHoldsTheExponentOfNoisyErrors() {
    double[] errors = errors(0.1);
    Interval interval = PowerLaw.fit(SIZES, errors).exponentInterval(SIZES, errors, 3);
    assertThat(interval.low()).isLessThan(0.35).isGreaterThan(0.2);
    assertThat(interval.high()).isGreaterThan(0.35).isLessThan(0.5);
  }

  @Test
  void oneAmountOfDataIsNoLaw() {
    assertThatThrownBy(() -> PowerLaw.fit(new double[] {10, 10}, new double[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two different");
  }
}
