package org.dextwin.learning.dynamics;

import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.model.JointOrder;

/** A joint that goes a part of the way to its target in each step, and is pushed back by a load. */
final class Lag {

  static final JointOrder JOINTS = new JointOrder("lag", List.of("first", "second"));
  static final double PERIOD = 0.05;

  private Lag() {}

  /** A recording at random targets; the load is in radians of target. */
  static Transitions record(double part, double load, int steps, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = JOINTS.size();
    float[] positions = new float[(steps + 1) * n];
    float[] targets = new float[steps * n];
    for (int t = 0; t < steps; t++) {
      for (int j = 0; j < n; j++) {
        int at = t * n + j;
        targets[at] = (float) (random.nextDouble() - 0.5);
        positions[at + n] = (float) (positions[at] + part * (targets[at] - load - positions[at]));
      }
    }
    return new Transitions(
        JOINTS, PERIOD, List.of(new Transitions.Episode("lag", steps, positions, targets)));
  }

  /** Predicts from the last row of a history and the one before. */
  interface Rule {
    double next(double before, double position, double target);
  }

  static DynamicsModel model(Rule rule) {
    DynamicsSpec spec = new DynamicsSpec(JOINTS, PERIOD, 2);
    int n = JOINTS.size();
    return new DynamicsModel() {
      @Override
      public DynamicsSpec spec() {
        return spec;
      }

      @Override
      public float[] predict(float[] histories, int count) {
        float[] next = new float[count * n];
        for (int c = 0; c < count; c++) {
          for (int j = 0; j < n; j++) {
            int at = c * spec.historySize() + spec.positionAt(1, j);
            float before = histories[at - n]; // the target of the step before
            next[c * n + j] = (float) rule.next(before, histories[at], histories[at + n]);
          }
        }
        return next;
      }

      @Override
      public void close() {}
    };
  }
}
