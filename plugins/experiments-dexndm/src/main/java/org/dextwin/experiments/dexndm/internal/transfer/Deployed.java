package org.dextwin.experiments.dexndm.internal.transfer;

import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.experiments.dexndm.internal.residual.Adaptation.Corrections;
import org.dextwin.learning.proprioception.CompensatedPolicy;

/** Base and corrections that are closed together. */
final class Deployed implements Policy {

  private final Policy base;
  private final CompensatedPolicy corrected;

  private Deployed(Policy base, CompensatedPolicy corrected) {
    this.base = base;
    this.corrected = corrected;
  }

  static Policy of(Policy base, Corrections corrections) {
    try {
      return new Deployed(base, corrections.on(base));
    } catch (RuntimeException e) {
      base.close();
      throw e;
    }
  }

  @Override
  public PolicySpec spec() {
    return corrected.spec();
  }

  @Override
  public void reset(long seed) {
    corrected.reset(seed);
  }

  @Override
  public float[] act(float[] observation) {
    return corrected.act(observation);
  }

  @Override
  public void close() {
    corrected.close();
    base.close();
  }
}
