package org.dextwin.sim.semiimplicit;

import org.dextwin.api.sim.Integrator;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;

/**
 * Configuration of the engine.
 *
 * @param timeStepS fixed time step [s]
 * @param keys the engine's own keys
 */
record SemiImplicitConfig(double timeStepS, Keys keys) {

  /**
   * Keys of the block {@code simulator.semi-implicit}.
   *
   * @param integrator the integrator of every step
   */
  record Keys(@Key(doc = "Integrator of every step.") ComponentRef<Integrator> integrator) {}
}
