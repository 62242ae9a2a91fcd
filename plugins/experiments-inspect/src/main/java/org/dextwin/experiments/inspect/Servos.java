package org.dextwin.experiments.inspect;

import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.model.JointOrder;

/**
 * Joints under position control that lag behind their targets, q' = q + (1 - exp(-dt/tau)) (u - q),
 * each with a time constant of its own; the targets jump now and then.
 */
final class Servos {

  private static final double HOLD = 0.5; // mean time between jumps [s]
  private static final double RANGE = 0.8; // of the targets [rad]

  private Servos() {}

  /** Moves them for some steps; targets follow the seed, time constants do not. */
  static Transitions move(JointOrder order, double period, int steps, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = order.size();
    float[] positions = new float[(steps + 1) * n];
    float[] targets = new float[steps * n];
    double[] target = new double[n];
    for (int step = 0; step < steps; step++) {
      for (int joint = 0; joint < n; joint++) {
        if (random.nextDouble() < period / HOLD) {
          target[joint] = random.nextDouble(-RANGE, RANGE);
        }
        double share = 1 - Math.exp(-period / timeConstant(joint));
        double q = positions[step * n + joint];
        targets[step * n + joint] = (float) target[joint];
        positions[(step + 1) * n + joint] = (float) (q + share * (target[joint] - q));
      }
    }
    return new Transitions(
        order,
        period,
        List.of(new Transitions.Episode("servos, seed " + seed, steps, positions, targets)));
  }

  private static double timeConstant(int joint) {
    return 0.1 + 0.05 * (joint % 4); // [s]
  }

  /** Root of the mean square of prediction errors [rad]. */
  static double error(DynamicsModel model, Transitions motion) {
    DynamicsSpec spec = model.spec();
    int n = spec.joints().size();
    Transitions.Episode episode = motion.episodes().get(0);
    int first = spec.window() - 1;
    int count = episode.steps() - first;
    float[] histories = new float[count * spec.historySize()];
    for (int i = 0; i < count; i++) {
      motion.history(0, first + i, spec.window(), histories, i * spec.historySize());
    }
    float[] predicted = model.predict(histories, count);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      for (int joint = 0; joint < n; joint++) {
        double truth = episode.positions()[(first + i + 1) * n + joint];
        sum += Math.pow(predicted[i * n + joint] - truth, 2);
      }
    }
    return Math.sqrt(sum / count / n);
  }

  /** The same error of the prediction that nothing moves [rad]. */
  static double errorOfRest(Transitions motion) {
    int n = motion.joints().size();
    Transitions.Episode episode = motion.episodes().get(0);
    double sum = 0;
    for (int i = 0; i < episode.steps() * n; i++) {
      sum += Math.pow(episode.positions()[i + n] - episode.positions()[i], 2);
    }
    return Math.sqrt(sum / episode.steps() / n);
  }
}
