package org.dextwin.sim.mujoco;

import java.nio.file.Path;
import java.util.Optional;
import org.dextwin.api.sim.SimulatorOptions;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.mechanics.mjcf.MjcfDialect;
import org.dextwin.mechanics.mjcf.MjcfOptions;
import org.dextwin.mechanics.mjcf.MjcfOptions.Cone;
import org.dextwin.mechanics.mjcf.MjcfOptions.Integrator;

/**
 * Configuration of the engine.
 *
 * @param simulator keys of every simulator
 * @param library the library, or the folder that holds it
 * @param integrator how velocities and positions advance
 * @param cone shape of the friction cone
 * @param iterations most iterations of the constraint solver
 * @param tolerance improvement at which the solver stops early
 * @param impedanceRatio how much harder friction resists than the normal direction yields
 * @param noSlipIterations iterations against the creep of friction
 * @param maxContacts contacts for which room is made
 * @param contactTimeConstantS time in which touches settle [s]
 * @param modelTimeStep whose time step model files are run with
 */
record MujocoConfig(
    SimulatorOptions simulator,
    @Key(
            doc =
                "The MuJoCo library, or the folder that holds it. Left out, it is that of the"
                    + " variable DEXTWIN_MUJOCO, or found in the usual places.",
            path = PathKind.ANY)
        Optional<Path> library,
    @Key(
            doc =
                "How velocities and positions advance; implicit keeps strong servos on light links"
                    + " stable. Scenes only, like all keys below: model files bring their own.",
            byDefault = "implicit")
        Integrator integrator,
    @Key(
            doc =
                "Shape of the friction cone; with the pyramidal one, slides askew of the push are up"
                    + " to 30 % off.",
            byDefault = "elliptic")
        Cone cone,
    @Key(doc = "Most iterations of the constraint solver per step.", byDefault = "100", atLeast = 1)
        int iterations,
    @Key(
            doc = "Improvement at which the constraint solver stops early.",
            byDefault = "1e-8",
            atLeast = 0,
            below = 1)
        double tolerance,
    @Key(
            doc =
                "How much harder friction resists than the normal direction yields; larger values"
                    + " reduce creep.",
            byDefault = "100",
            above = 0,
            below = 1e6)
        double impedanceRatio,
    @Key(
            doc = "Iterations of the post-processing that removes the creep of friction.",
            byDefault = "0",
            atLeast = 0)
        int noSlipIterations,
    @Key(
            doc = "Contacts for which room is made; a scene with more of them ends with an error.",
            byDefault = "500",
            atLeast = 1,
            atMost = 20000)
        int maxContacts,
    @Key(
            doc =
                "Time in which touches settle, 2 time steps or more: contacts are then critically"
                    + " damped and nearly rigid, for manipulation with large steps. Left out, they"
                    + " yield as stiffness and damping of the materials say.",
            above = 0,
            atMost = 1)
        Optional<Double> contactTimeConstantS,
    @Key(
            doc =
                "Whose time step a model file is run with: its own, which its contacts and servos"
                    + " are tuned for, or time-step-s of this block.",
            byDefault = "file")
        TimeStepSource modelTimeStep) {

  /** Checks what depends on the time step. */
  MujocoConfig {
    double step = simulator.timeStepS();
    contactTimeConstantS.ifPresent(
        constant -> {
          if (constant < 2 * step) {
            throw new IllegalArgumentException(
                "contact-time-constant-s is "
                    + constant
                    + ", but must be 2 time steps or more, "
                    + 2 * step);
          }
        });
  }

  /** Whose time step a model file is run with. */
  enum TimeStepSource {
    /** That of the file. */
    FILE,
    /** That of the configuration. */
    ENGINE
  }

  /** Options of written models, in a dialect of the format and with room for some contacts. */
  MjcfOptions options(MjcfDialect dialect, int contacts) {
    return new MjcfOptions(
        dialect,
        simulator.timeStepS(),
        integrator,
        cone,
        iterations,
        tolerance,
        impedanceRatio,
        noSlipIterations,
        contacts,
        contactTimeConstantS);
  }
}
