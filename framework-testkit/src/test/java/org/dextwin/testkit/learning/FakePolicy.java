package org.dextwin.testkit.learning;

import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;

/** A clipped linear function of two numbers. */
final class FakePolicy implements Policy {

  private final float[] weights;

  /** Takes two factors and an offset. */
  FakePolicy(float[] weights) {
    this.weights = weights;
  }

  @Override
  public PolicySpec spec() {
    return new PolicySpec(2, 1, 1);
  }

  @Override
  public void reset(long seed) {}

  @Override
  public float[] act(float[] observation) {
    if (observation.length != 2) {
      throw new IllegalArgumentException("an observation has two numbers");
    }
    float sum = weights[0] * observation[0] + weights[1] * observation[1] + weights[2];
    if (!Float.isFinite(sum)) {
      throw new IllegalArgumentException("an observation's numbers are finite");
    }
    return new float[] {Math.max(-1, Math.min(1, sum))};
  }

  @Override
  public void close() {}
}
