package org.dextwin.experiments.drex.internal.pushlog.motor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConsensusLineTest {

  @Test
  void findsTheLawThatAMinorityOfThePointsObeys() {
    SplittableRandom random = new SplittableRandom(3);
    double[] x = new double[300];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextDouble();
      y[i] = i % 5 < 2 ? 0.3 - 0.11 * x[i] : random.nextDouble();
    }

    ConsensusLine line = ConsensusLine.through(x, y, 1e-3, 0.05).orElseThrow();

    assertThat(line.intercept()).isCloseTo(0.3, within(1e-3));
    assertThat(line.slope()).isCloseTo(-0.11, within(2e-3));
    assertThat(line.points()).isGreaterThanOrEqualTo(120);
  }

  @Test
  void pointsOfOnePlaceShowNoSlope() {
    assertThat(ConsensusLine.through(new double[50], new double[50], 1e-3, 0.05)).isEmpty();
    assertThat(ConsensusLine.through(new double[0], new double[0], 1e-3, 0.05)).isEmpty();
  }
}
