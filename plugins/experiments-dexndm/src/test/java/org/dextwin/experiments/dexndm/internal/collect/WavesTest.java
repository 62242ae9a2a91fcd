package org.dextwin.experiments.dexndm.internal.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dextwin.experiments.dexndm.RatchetTask;
import org.dextwin.experiments.dexndm.internal.collect.Driver.Waves.Kind;
import org.dextwin.learning.proprioception.Proprioception;
import org.junit.jupiter.api.Test;

class WavesTest {

  @Test
  void wavesAreThoseOfThePaper() {
    for (double time = 0; time < 20; time += 0.37) {
      double sine = Math.sin(2 * 0.3 * time);
      assertThat(Driver.Waves.wave(Kind.SINE, 0.7, 0.3, time)).isCloseTo(0.7 * sine, within(1e-12));
      assertThat(Driver.Waves.wave(Kind.SQUARE, 0.7, 0.3, time)).isEqualTo(0.7 * Math.signum(sine));
    }
  }

  @Test
  void oneJointMovesAndTheOthersGoToTheMiddle() {
    Proprioception body = new RatchetTask().proprioception();
    Driver.Waves waves = new Driver.Waves(body);
    int[] moved = new int[2];
    for (long seed = 0; seed < 40; seed++) {
      waves.begin(seed);
      float[] observation = new float[body.spec().observationSize()];
      int mover = -1;
      for (int step = 0; step < 100; step++) {
        float[] action = waves.act(step, observation);
        for (int i = 0; i < action.length; i++) {
          mover = action[i] != 0 ? i : mover;
        }
      }
      moved[mover]++;
    }
    assertThat(moved[0]).as("episodes of the first joint").isBetween(8, 32);
    assertThat(moved[0] + moved[1]).isEqualTo(40);
  }
}
