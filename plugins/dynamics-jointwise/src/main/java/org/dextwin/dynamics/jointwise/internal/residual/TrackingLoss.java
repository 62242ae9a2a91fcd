package org.dextwin.dynamics.jointwise.internal.residual;

import org.dextwin.api.learning.DifferentiableDynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.learning.training.Loss;

/**
 * How far the other world would take the joints from where they were in the base policy's own, if
 * its targets were corrected: the mean of |q_(t+1) - f({q_j, a_j + a_res_j})|^2 over a stretch,
 * with the gradient through f and its window of histories; in units of the bound, as is the
 * weighted square of the corrections.
 *
 * <p><i>References</i>: Liu et al., DexNDM, 2025, Section 3.3, the minimisation that defines the
 * residual policy; with the square of the norm.
 */
final class TrackingLoss implements Loss {

  private final ResidualShape shape;
  private final DifferentiableDynamicsModel model;
  private final DynamicsSpec spec;
  private final double effort;
  private final int steps;

  TrackingLoss(ResidualShape shape, DifferentiableDynamicsModel model, double effort) {
    this.shape = shape;
    this.model = model;
    this.spec = model.spec();
    this.effort = effort;
    steps = Stretches.steps(spec.window());
  }

  /** Outputs per stretch. */
  int outputs() {
    return steps * shape.joints();
  }

  /** Numbers that {@link Stretches} supplies for a stretch. */
  int targets() {
    return (2 * steps + 1) * shape.joints();
  }

  @Override
  public double evaluate(
      float[] outputs, int at, float[] targets, int targetsAt, double scale, float[] gradient) {
    int n = shape.joints();
    int window = spec.window();
    int commands = targetsAt + (steps + 1) * n;
    float[] corrections = new float[steps * n];
    for (int i = 0; i < corrections.length; i++) {
      corrections[i] = shape.correction(outputs[at + i]);
    }
    float[] histories = new float[window * spec.historySize()];
    for (int p = 0; p < window; p++) {
      for (int k = 0; k < window; k++) {
        int row = p * spec.historySize() + spec.positionAt(k, 0);
        System.arraycopy(targets, targetsAt + (p + k) * n, histories, row, n);
        for (int j = 0; j < n; j++) {
          int step = (p + k) * n + j;
          histories[row + n + j] = targets[commands + step] + corrections[step];
        }
      }
    }
    double unit = 1 / (shape.bound() * shape.bound());
    float[] cotangents = new float[window * n];
    double error = 0;
    float[] pulled = new float[0];
    synchronized (model) { // it serves one thread at a time
      float[] next = model.predict(histories, window);
      for (int i = 0; i < cotangents.length; i++) {
        // the first prediction is of the step after the first history
        double difference = (double) next[i] - targets[targetsAt + window * n + i];
        error += unit * difference * difference / cotangents.length;
        cotangents[i] = (float) (2 * unit * difference / cotangents.length);
      }
      if (scale != 0) {
        pulled = model.pullBack(histories, cotangents, window);
      }
    }
    double size = 0;
    for (int i = 0; i < corrections.length; i++) {
      size += unit * corrections[i] * corrections[i] / corrections.length;
    }
    if (scale != 0) {
      toOutputs(outputs, at, corrections, pulled, scale, gradient);
    }
    return error + effort * size;
  }

  private void toOutputs(
      float[] outputs,
      int at,
      float[] corrections,
      float[] pulled,
      double scale,
      float[] gradient) {
    int n = shape.joints();
    int window = spec.window();
    double[] sums = new double[corrections.length];
    for (int p = 0; p < window; p++) {
      for (int k = 0; k < window; k++) {
        int row = p * spec.historySize() + spec.positionAt(k, 0) + n;
        for (int j = 0; j < n; j++) {
          sums[(p + k) * n + j] += pulled[row + j];
        }
      }
    }
    double weight = 2 * effort / (shape.bound() * shape.bound() * corrections.length);
    for (int i = 0; i < sums.length; i++) {
      double derivative = sums[i] + weight * corrections[i];
      gradient[at + i] = (float) (scale * derivative * shape.slope(outputs[at + i]));
    }
  }
}
