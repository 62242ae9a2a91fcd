package org.dextwin.sim.semiimplicit;

import java.util.Optional;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.sim.semiimplicit.internal.contact.ContactOptions;

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
   * @param slipSpeedMS sliding speed at which friction has reached 0.7 of the Coulomb limit [m/s]
   * @param dampingDepthM penetration at which half of the contact damping acts [m]
   */
  record Keys(
      @Key(doc = "Integrator of every step.") ComponentRef<Integrator> integrator,
      @Key(
              doc =
                  "Sliding speed at which friction has reached 0.7 of the Coulomb limit; below it"
                      + " friction is viscous. Smaller is more exact, and needs smaller steps:"
                      + " friction is stepped stably if it exceeds mu N dt / (2 m). Left out, it is"
                      + " 10 m/s^2 times the time step.",
              above = 0)
          Optional<Double> slipSpeedMS,
      @Key(
              doc =
                  "Penetration at which half of the contact damping acts, so that the damping force"
                      + " starts from zero.",
              byDefault = "1e-5",
              above = 0)
          double dampingDepthM) {}

  private static final double SLIP_PER_STEP = 10;

  ContactOptions contactOptions() {
    return new ContactOptions(
        keys.slipSpeedMS().orElse(SLIP_PER_STEP * timeStepS), keys.dampingDepthM());
  }
}
