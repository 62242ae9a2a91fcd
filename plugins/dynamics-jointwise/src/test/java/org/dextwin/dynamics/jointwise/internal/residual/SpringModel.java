package org.dextwin.dynamics.jointwise.internal.residual;

import org.dextwin.api.learning.DifferentiableDynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.dynamics.jointwise.SyntheticHand;

/** The dynamics of a synthetic hand in closed form. */
record SpringModel(SyntheticHand hand, int window) implements DifferentiableDynamicsModel {

  @Override
  public DynamicsSpec spec() {
    return new DynamicsSpec(hand.order(), SyntheticHand.PERIOD, window);
  }

  @Override
  public float[] predict(float[] histories, int count) {
    int n = hand.joints();
    float[] next = new float[count * n];
    for (int c = 0; c < count; c++) {
      for (int j = 0; j < n; j++) {
        int at = c * spec().historySize() + spec().positionAt(window - 1, j);
        next[c * n + j] =
            (float) hand.next(j, histories[at - 2 * n], histories[at], histories[at + n]);
      }
    }
    return next;
  }

  @Override
  public float[] pullBack(float[] histories, float[] cotangents, int count) {
    int n = hand.joints();
    float[] pulled = new float[count * spec().historySize()];
    for (int c = 0; c < count; c++) {
      for (int j = 0; j < n; j++) {
        int at = c * spec().historySize() + spec().positionAt(window - 1, j);
        double d = cotangents[c * n + j];
        pulled[at - 2 * n] = (float) (-SyntheticHand.MOMENTUM * d);
        pulled[at] = (float) ((1 - hand.gain(j) + SyntheticHand.MOMENTUM) * d);
        pulled[at + n] = (float) (hand.gain(j) * d);
      }
    }
    return pulled;
  }

  @Override
  public void close() {
    // holds nothing
  }
}
