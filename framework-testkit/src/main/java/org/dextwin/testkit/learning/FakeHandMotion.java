package org.dextwin.testkit.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.model.JointOrder;

/**
 * Motions of two joints that follow their targets with a lag, for trainers of dynamics models.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class FakeHandMotion {

  /** Parts of the way to its target that each joint goes per step. */
  private static final double[] LAG = {0.35, 0.2};

  private static final JointOrder JOINTS = new JointOrder("fake", List.of("one", "two"));
  private static final double PERIOD = 0.05;

  private FakeHandMotion() {}

  /**
   * Moves at random.
   *
   * @param seed seed of the targets
   * @param episodes number of recordings
   * @param steps steps of each
   * @return what was recorded
   */
  public static Transitions record(long seed, int episodes, int steps) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Transitions.Episode> recorded = new ArrayList<>();
    for (int e = 0; e < episodes; e++) {
      float[] positions = new float[(steps + 1) * LAG.length];
      float[] targets = new float[steps * LAG.length];
      for (int j = 0; j < LAG.length; j++) {
        double q = random.nextDouble() - 0.5;
        double target = q;
        positions[j] = (float) q;
        for (int t = 0; t < steps; t++) {
          target = Math.max(-1, Math.min(1, target + 0.3 * (random.nextDouble() - 0.5)));
          q += LAG[j] * (target - q);
          targets[t * LAG.length + j] = (float) target;
          positions[(t + 1) * LAG.length + j] = (float) q;
        }
      }
      recorded.add(new Transitions.Episode("motion " + e, steps, positions, targets));
    }
    return new Transitions(JOINTS, PERIOD, recorded);
  }
}
