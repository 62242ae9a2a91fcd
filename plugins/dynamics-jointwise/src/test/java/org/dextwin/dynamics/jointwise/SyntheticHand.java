package org.dextwin.dynamics.jointwise;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.model.JointOrder;

/**
 * A hand whose joints are damped springs to their targets, each on its own: q_(t+1) = q_t + gain_j
 * (a_t - load - q_t) + 0.4 (q_t - q_(t-1)).
 *
 * @param joints number of joints, four to a finger
 * @param gain factor of all gains, in which worlds differ
 * @param load what pushes the joints back, in radians of target
 */
public record SyntheticHand(int joints, double gain, double load) {

  /** Part of a step that is repeated in the next. */
  public static final double MOMENTUM = 0.4;

  /** Time from step to step [s]. */
  public static final double PERIOD = 0.05;

  public JointOrder order() {
    return new JointOrder(
        "synthetic",
        IntStream.range(0, joints).mapToObj(j -> "finger" + j / 4 + "-" + j % 4).toList());
  }

  public double gain(int joint) {
    return gain * (0.15 + 0.02 * (joint % 8));
  }

  public double next(int joint, double before, double position, double target) {
    return position + gain(joint) * (target - load - position) + MOMENTUM * (position - before);
  }

  /** Random walks of the targets. */
  public Transitions record(long seed, int episodes, int steps) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Transitions.Episode> recorded = new ArrayList<>();
    for (int e = 0; e < episodes; e++) {
      float[] positions = new float[(steps + 1) * joints];
      float[] targets = new float[steps * joints];
      for (int j = 0; j < joints; j++) {
        double before = random.nextDouble() - 0.5;
        double position = before;
        double target = before;
        positions[j] = (float) position;
        for (int t = 0; t < steps; t++) {
          target = Math.max(-1, Math.min(1, target + 0.6 * (random.nextDouble() - 0.5)));
          double next = next(j, before, position, target);
          targets[t * joints + j] = (float) target;
          positions[(t + 1) * joints + j] = (float) next;
          before = position;
          position = next;
        }
      }
      recorded.add(new Transitions.Episode("synthetic " + e, steps, positions, targets));
    }
    return new Transitions(order(), PERIOD, recorded);
  }
}
