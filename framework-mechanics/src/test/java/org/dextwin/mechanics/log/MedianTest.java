package org.dextwin.mechanics.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class MedianTest {

  @Test
  void middleValueOrMeanOfTheMiddleTwo() {
    assertThat(Median.of(3, 1, 2)).isEqualTo(2);
    assertThat(Median.of(4, 1, 3, 2)).isEqualTo(2.5);
    assertThatThrownBy(Median::of).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sigmaOfGaussianNoiseDespiteWildValues() {
    Random random = new Random(1);
    double[] values = random.doubles(4000).map(u -> 5 + 0.3 * random.nextGaussian()).toArray();
    for (int i = 0; i < 100; i++) {
      values[40 * i] = 1e6;
    }
    // the median of 4000 values is good to about 2 %; 2.5 % wild values add about 4 %
    assertThat(Median.sigma(values)).isCloseTo(0.3, within(0.02));
  }

  @Test
  void filterKeepsStepsAndRampsAndRemovesSpikes() {
    double[] ramp = {0, 1, 2, 3, 7, 7, 7, 8};
    assertThat(Median.filter(ramp, 2)).containsExactly(ramp);
    assertThat(Median.filter(new double[] {1, 1, 9, 1, 1}, 1)).containsExactly(1, 1, 1, 1, 1);
  }
}
