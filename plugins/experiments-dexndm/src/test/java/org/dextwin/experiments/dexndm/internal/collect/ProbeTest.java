package org.dextwin.experiments.dexndm.internal.collect;

import static org.assertj.core.api.Assertions.assertThat;

import org.dextwin.experiments.dexndm.RatchetTask;
import org.dextwin.learning.proprioception.Proprioception;
import org.junit.jupiter.api.Test;

class ProbeTest {

  @Test
  void allJointsMoveAndKeepAwayFromTheirStops() {
    Proprioception body = new RatchetTask().proprioception();
    int n = body.joints().size();
    for (long seed = 0; seed < 20; seed++) {
      Probe probe = new Probe(body);
      probe.begin(seed);
      float[] targets = new float[n];
      for (int j = 0; j < n; j++) {
        targets[j] = (float) ((body.lower().get(j) + body.upper().get(j)) / 2);
      }
      double[] least = new double[n];
      double[] most = new double[n];
      for (int step = 0; step < 200; step++) {
        float[] seen = new float[body.spec().observationSize()];
        for (int j = 0; j < n; j++) {
          seen[body.targetAt(body.window() - 1, j)] = targets[j];
        }
        body.advance(targets, probe.act(step, seen));
        for (int j = 0; j < n; j++) {
          least[j] = step == 0 ? targets[j] : Math.min(least[j], targets[j]);
          most[j] = step == 0 ? targets[j] : Math.max(most[j], targets[j]);
        }
      }
      for (int j = 0; j < n; j++) {
        double range = body.upper().get(j) - body.lower().get(j);
        assertThat(most[j] - least[j]).as("motion of joint %d", j).isGreaterThan(0.02 * range);
        assertThat(least[j]).isGreaterThan(body.lower().get(j) + 0.099 * range);
        assertThat(most[j]).isLessThan(body.upper().get(j) - 0.099 * range);
      }
    }
  }

  @Test
  void whereNothingMovesMotionsNearerToTheStartAreDrawn() {
    Proprioception body = new RatchetTask().proprioception();
    Probe probe = new Probe(body);
    probe.begin(3);
    float[] seen = new float[body.spec().observationSize()]; // targets that never move
    double early = 0;
    double late = 0;
    for (int step = 0; step < 200; step++) {
      float[] action = probe.act(step, seen);
      for (float u : action) {
        early = step < 6 ? Math.max(early, Math.abs(u)) : early;
        late = step >= 194 ? Math.max(late, Math.abs(u)) : late;
      }
    }
    assertThat(early).isEqualTo(1);
    assertThat(late).isLessThan(0.01);
  }
}
