package org.dextwin.experiments.drex.internal.pushlog;

/** What the printed mass is. */
public enum EstimatorKind {
  /**
   * The minimiser of the trajectory loss in an engine; the quasi-static mass is where it starts.
   */
  ENGINE,
  /** Work of the fingers over energy per mass of the object. */
  QUASI_STATIC
}
