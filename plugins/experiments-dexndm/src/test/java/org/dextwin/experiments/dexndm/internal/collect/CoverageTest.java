package org.dextwin.experiments.dexndm.internal.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.learning.Transitions.Episode;
import org.dextwin.api.model.JointOrder;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final int JOINTS = 4;

  /** Joints that wander independently over a range. */
  private static Transitions wandering(long seed, int steps, double range) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] positions = new float[JOINTS * (steps + 1)];
    float[] targets = new float[JOINTS * steps];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = (float) (range * random.nextDouble());
    }
    System.arraycopy(positions, 0, targets, 0, targets.length);
    return new Transitions(
        new JointOrder("four", List.of("a", "b", "c", "d")),
        0.05,
        List.of(new Episode("wandering", steps, positions, targets)));
  }

  @Test
  void moreJointsTogetherAreCoveredLess() {
    Transitions task = wandering(1, 400, 0.8);
    Transitions recording = wandering(2, 400, 0.8);
    double one = Coverage.of(task, recording, new int[] {0});
    double two = Coverage.of(task, recording, new int[] {0, 1});
    double all = Coverage.of(task, recording, new int[] {0, 1, 2, 3});
    assertThat(one).isGreaterThan(0.99);
    assertThat(two).isBetween(0.9, 1.0);
    assertThat(all).isLessThan(0.3);
  }

  @Test
  void aTaskCoversItselfAndNothingCoversWhatItNeverSaw() {
    Transitions task = wandering(1, 200, 0.8);
    assertThat(Coverage.mean(task, task, List.of(new int[] {0}, new int[] {1, 2}))).isEqualTo(1);
    Transitions narrow = wandering(2, 4000, 0.2);
    assertThat(Coverage.of(task, narrow, new int[] {0})).isBetween(0.15, 0.35);
  }
}
