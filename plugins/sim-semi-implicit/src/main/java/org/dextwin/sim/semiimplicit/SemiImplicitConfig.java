package org.dextwin.sim.semiimplicit;

import java.util.Optional;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.SimulatorOptions;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.sim.semiimplicit.internal.contact.ContactOptions;
import org.dextwin.sim.semiimplicit.internal.dynamics.JointOptions;

/**
 * Configuration of the engine.
 *
 * @param simulator keys of every simulator
 * @param integrator the integrator of every step
 * @param slipSpeedMS sliding speed at which friction has reached 0.7 of the Coulomb limit [m/s]
 * @param dampingDepthM penetration at which half of the contact damping acts [m]
 * @param jointSlipSpeedRadS joint speed at which dry friction has reached 0.7 of its limit
 * @param foreseeJointDamping whether joint damping and stops answer to the motion at the end of the
 *     step
 * @param jointStopStiffnessNmRad torque per angle beyond a joint limit; zero for no stops
 * @param jointStopReboundRadS largest speed at which a stop throws a joint back
 */
record SemiImplicitConfig(
    SimulatorOptions simulator,
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
        double dampingDepthM,
    @Key(
            doc =
                "Joint speed at which dry joint friction has reached 0.7 of its limit; below it"
                    + " the friction is viscous.",
            byDefault = "0.1",
            above = 0)
        double jointSlipSpeedRadS,
    @Key(
            doc =
                "Lets joint damping and stops answer to the motion at the end of the step, so that"
                    + " light links with strong dampers do not need tiny steps. It adds a"
                    + " first-order error; switch it off for the full order of rk4.",
            byDefault = "true")
        boolean foreseeJointDamping,
    @Key(
            doc =
                "Torque per angle (force per way, if prismatic) by which the stop at a joint limit"
                    + " pushes back; 0 for no stops. Stops that are stiffer than the inertia of the"
                    + " joint per time step squared do not explode, but let it tremble.",
            byDefault = "100",
            atLeast = 0)
        double jointStopStiffnessNmRad,
    @Key(
            doc = "Largest speed at which the stop at a joint limit throws a joint back.",
            byDefault = "0.1",
            above = 0)
        double jointStopReboundRadS) {

  private static final double SLIP_PER_STEP = 10;

  EngineOptions options() {
    return new EngineOptions(
        new ContactOptions(
            slipSpeedMS.orElse(SLIP_PER_STEP * simulator.timeStepS()), dampingDepthM),
        new JointOptions(
            jointSlipSpeedRadS,
            foreseeJointDamping ? simulator.timeStepS() : 0,
            jointStopStiffnessNmRad,
            jointStopReboundRadS));
  }
}
