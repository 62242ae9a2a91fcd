package org.dextwin.dynamics.jointwise.internal.residual;

import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.learning.proprioception.Proprioception;

/** Waves by the clock, whatever the hand feels; each joint and episode at its own phase. */
final class WavePolicy implements Policy {

  private final Proprioception body;
  private long seed;
  private int step;

  WavePolicy(Proprioception body) {
    this.body = body;
  }

  @Override
  public PolicySpec spec() {
    return body.spec();
  }

  @Override
  public void reset(long newSeed) {
    seed = newSeed % 100;
    step = 0;
  }

  @Override
  public float[] act(float[] observation) {
    int n = body.joints().size();
    if (observation.length != body.spec().observationSize()) {
      throw new IllegalArgumentException("an observation of " + observation.length + " numbers");
    }
    float[] from = new float[n];
    float[] to = new float[n];
    step++;
    for (int j = 0; j < n; j++) {
      from[j] = observation[body.targetAt(body.window() - 1, j)];
      to[j] = (float) (0.5 * Math.sin(0.25 * step + j + seed));
    }
    return body.actionBetween(from, to);
  }

  @Override
  public void close() {
    // holds nothing
  }
}
