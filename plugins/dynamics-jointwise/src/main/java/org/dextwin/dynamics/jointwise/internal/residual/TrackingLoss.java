package org.dextwin.dynamics.jointwise.internal.residual;

import org.dextwin.learning.training.Loss;

/**
 * How far corrected targets take the joints in the other world from where the base policy's own
 * took them in its world: the mean of |q_t - f(...)|^2 over the last half of a stretch, whose
 * histories hold nothing but what corrections brought about; plus the weighted mean of the squared
 * corrections. In units of the bound.
 *
 * <p><i>References</i>: Liu et al., DexNDM, 2025, Section 3.3, the minimisation that defines the
 * residual policy; with the square of the norm.
 *
 * @param layout layout of stretches
 * @param bound largest correction [rad]
 * @param effort weight of the corrections
 */
record TrackingLoss(Stretches.Layout layout, double bound, double effort) implements Loss {

  @Override
  public double evaluate(
      float[] outputs, int at, float[] targets, int targetsAt, double scale, float[] gradient) {
    int size = layout.steps() * layout.joints();
    int ignored = layout.steps() / 2 * layout.joints();
    double perError = 1 / (bound * bound * (size - ignored));
    double perCorrection = effort / (bound * bound * size);
    double loss = 0;
    for (int i = 0; i < size; i++) {
      double error = i < ignored ? 0 : (double) outputs[at + i] - targets[targetsAt + i];
      double correction = outputs[at + size + i];
      loss += perError * error * error + perCorrection * correction * correction;
      if (scale != 0) {
        gradient[at + i] = (float) (scale * 2 * perError * error);
        gradient[at + size + i] = (float) (scale * 2 * perCorrection * correction);
      }
    }
    return loss;
  }
}
