package org.dextwin.experiments.dexndm.internal.collect;

/** What drives a hand while it is recorded. */
public enum Actions {
  /** Targets that a base policy once asked for, with noise, whatever the hand feels now. */
  REPLAY,
  /** A base policy that feels the hand. */
  POLICY,
  /** Sine and square waves on one joint after another. */
  WAVES,
  /** Sways, steps and sweeps of all joints at once, to identify a hand. */
  PROBE;

  /** Whether a base policy is needed. */
  public boolean needsBase() {
    return this == REPLAY || this == POLICY;
  }
}
