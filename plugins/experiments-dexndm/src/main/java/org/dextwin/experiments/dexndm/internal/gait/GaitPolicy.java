package org.dextwin.experiments.dexndm.internal.gait;

import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.learning.proprioception.Proprioception;

/** Follows a gait by the clock, whatever the hand feels. */
final class GaitPolicy implements Policy {

  private final Gait gait;
  private final Proprioception body;
  private final float[] from;
  private final float[] to;
  private int steps;

  GaitPolicy(Gait gait, Proprioception body) {
    this.gait = gait;
    this.body = body;
    this.from = new float[body.joints().size()];
    this.to = new float[from.length];
  }

  @Override
  public PolicySpec spec() {
    return body.spec();
  }

  @Override
  public void reset(long seed) {
    steps = 0;
  }

  @Override
  public float[] act(float[] observation) {
    steps++;
    System.arraycopy(observation, body.targetAt(body.window() - 1, 0), from, 0, from.length);
    for (int i = 0; i < to.length; i++) {
      to[i] = (float) gait.target(i, steps * body.period());
    }
    return body.actionBetween(from, to);
  }

  @Override
  public void close() {
    // holds nothing
  }
}
