package org.dextwin.task.rotation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.learning.proprioception.Proprioception;

/** The last steps of joints and targets, laid out as a {@link Proprioception}. */
final class History {

  private final Proprioception view;
  private final double noise;
  private final float[] observation;

  /**
   * Makes a history.
   *
   * @param view its layout
   * @param noise largest error of positions [rad]
   */
  History(Proprioception view, double noise) {
    this.view = view;
    this.noise = noise;
    this.observation = new float[view.spec().observationSize()];
  }

  /** Fills all steps with the first one. */
  void reset(double[] q, float[] targets, Quat wrist, Vec3 axis, SplittableRandom random) {
    for (int step = 0; step < view.window(); step++) {
      write(step, q, targets, random);
    }
    double[] context = new double[view.context()];
    wrist.copyTo(context, 0);
    axis.copyTo(context, 4);
    int at = observation.length - context.length;
    for (int i = 0; i < context.length; i++) {
      observation[at + i] = (float) context[i];
    }
  }

  /** Adds a step and forgets the oldest. */
  void add(double[] q, float[] targets, SplittableRandom random) {
    int stride = 2 * view.joints().size();
    System.arraycopy(observation, stride, observation, 0, stride * (view.window() - 1));
    write(view.window() - 1, q, targets, random);
  }

  private void write(int step, double[] q, float[] targets, SplittableRandom random) {
    for (int i = 0; i < view.joints().size(); i++) {
      double error = noise > 0 ? noise * random.nextDouble() : 0;
      observation[view.positionAt(step, i)] = (float) (q[i] + error);
      observation[view.targetAt(step, i)] = targets[i];
    }
  }

  float[] observation() {
    return Arrays.copyOf(observation, observation.length);
  }
}
