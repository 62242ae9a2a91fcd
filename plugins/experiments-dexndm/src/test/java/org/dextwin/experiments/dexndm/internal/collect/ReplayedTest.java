package org.dextwin.experiments.dexndm.internal.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dextwin.experiments.dexndm.RatchetTask;
import org.dextwin.learning.proprioception.Proprioception;
import org.junit.jupiter.api.Test;

class ReplayedTest {

  private static final int STEPS = 20_000;

  private final Proprioception body = new RatchetTask().proprioception();

  /** Disturbances of the first joint [rad], which is held at 0 and follows at once. */
  private double[] disturbances(Collection.Noise noise) {
    Driver.Replayed driver =
        new Driver.Replayed(body, List.of(new float[STEPS * body.joints().size()]), noise);
    driver.begin(3);
    double[] disturbances = new double[STEPS];
    for (int step = 0; step < STEPS; step++) {
      // targets of 0 are in force
      float[] action = driver.act(step, new float[body.spec().observationSize()]);
      disturbances[step] = action[0] * body.stride();
    }
    return disturbances;
  }

  private static double correlation(double[] x, int lag) {
    double products = 0;
    double squares = 0;
    for (int t = 0; t + lag < x.length; t++) {
      products += x[t] * x[t + lag];
      squares += x[t] * x[t];
    }
    return products / squares;
  }

  private static double deviation(double[] x) {
    double squares = 0;
    for (double each : x) {
      squares += each * each;
    }
    return Math.sqrt(squares / x.length);
  }

  @Test
  void noiseComesAnewInSomeOfTheSteps() {
    double[] noise = disturbances(new Collection.Noise(0.25, 0.02));
    assertThat(deviation(noise)).isCloseTo(0.02 * Math.sqrt(0.25), within(4e-4));
    assertThat(correlation(noise, 1)).isCloseTo(0, within(0.03));
  }

  @Test
  void nothingIsDisturbedWithoutNoise() {
    assertThat(disturbances(new Collection.Noise(1, 0))).containsOnly(0);
  }
}
