package org.dextwin.api.sim;

/** What an engine may be able to do. */
public enum SimulatorFeature {
  /** Free rigid bodies. */
  FREE_BODIES,
  /** Articulated robots with position servos. */
  ARTICULATED_ROBOTS,
  /** Contact between bodies. */
  CONTACT,
  /** Exact gradients: its simulations are {@link DifferentiableSimulation}s. */
  GRADIENTS,
  /** Model files of its own format: it is a {@link ModelFileSimulator}. */
  MODEL_FILES
}
