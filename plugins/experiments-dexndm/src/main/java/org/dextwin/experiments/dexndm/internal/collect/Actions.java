package org.dextwin.experiments.dexndm.internal.collect;

/** What drives a hand while it is recorded. */
public enum Actions {
  /** Targets that a base policy once asked for, with noise, whatever the hand feels now. */
  REPLAY,
  /** A base policy that feels the hand. */
  POLICY,
  /** Sine and square waves on one joint after another. */
  WAVES
}
