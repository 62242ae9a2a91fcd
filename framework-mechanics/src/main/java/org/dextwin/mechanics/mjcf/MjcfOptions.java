package org.dextwin.mechanics.mjcf;

import java.util.Locale;
import java.util.Optional;

/**
 * What a written model says to the engine besides the scene.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param dialect generation of the format
 * @param timeStep time step [s]
 * @param integrator how velocities and positions advance
 * @param cone shape of the friction cone
 * @param iterations most iterations of the constraint solver per step
 * @param tolerance improvement at which the solver stops early [1]
 * @param impedanceRatio how much harder friction resists than the normal direction yields [1]
 * @param noSlipIterations iterations of the post-processing that removes the creep of friction
 * @param maxContacts contacts for which room is made; more than these are dropped with a warning
 * @param contactTimeConstant time in which touches settle, whatever the materials say [s]; empty to
 *     answer as they say (see {@link MjcfContact})
 */
public record MjcfOptions(
    MjcfDialect dialect,
    double timeStep,
    Integrator integrator,
    Cone cone,
    int iterations,
    double tolerance,
    double impedanceRatio,
    int noSlipIterations,
    int maxContacts,
    Optional<Double> contactTimeConstant) {

  /** Integrators that every supported version knows. */
  public enum Integrator {
    /** Semi-implicit Euler; joint damping is implicit. */
    EULER,
    /** Runge-Kutta of fourth order. */
    RK4,
    /** Euler, implicit in all forces that depend on velocity, the servos' damping among them. */
    IMPLICIT;

    String attribute() {
      return this == EULER ? "Euler" : this == RK4 ? "RK4" : "implicit";
    }
  }

  /** Shapes of the friction cone. */
  public enum Cone {
    /** Four-sided; slides askew of the push are up to 30 % off. */
    PYRAMIDAL,
    /** Round, as Coulomb's law has it. */
    ELLIPTIC;

    String attribute() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Checks the numbers.
   *
   * @param dialect generation of the format
   * @param timeStep time step [s]
   * @param integrator how velocities and positions advance
   * @param cone shape of the friction cone
   * @param iterations most iterations of the constraint solver per step
   * @param tolerance improvement at which the solver stops early [1]
   * @param impedanceRatio how much harder friction resists than the normal direction yields [1]
   * @param noSlipIterations iterations of the post-processing that removes the creep of friction
   * @param maxContacts contacts for which room is made
   * @param contactTimeConstant time in which touches settle, whatever the materials say [s]
   * @throws IllegalArgumentException if a number is out of range
   */
  public MjcfOptions {
    require(timeStep > 0 && timeStep <= 1, "time step", timeStep, "over 0 and up to 1 s");
    require(iterations >= 1, "number of iterations", iterations, "1 or more");
    require(tolerance >= 0 && tolerance < 1, "tolerance", tolerance, "from 0 to below 1");
    require(
        impedanceRatio > 0 && impedanceRatio < 1e6,
        "impedance ratio",
        impedanceRatio,
        "over 0 and below 1e6");
    require(noSlipIterations >= 0, "number of no-slip iterations", noSlipIterations, "0 or more");
    require(
        maxContacts >= 1 && maxContacts <= 20_000,
        "number of contacts",
        maxContacts,
        "from 1 to 20000");
    contactTimeConstant.ifPresent(
        it -> require(it >= 2 * timeStep, "time constant of contacts", it, "2 time steps or more"));
  }

  private static void require(boolean holds, String what, double value, String range) {
    if (!holds) {
      throw new IllegalArgumentException(what + " is " + value + "; it must be " + range);
    }
  }

  /**
   * Returns the usual choices: an integrator that is implicit in velocity, so that strong servos on
   * light links stay stable, a round friction cone, and friction a hundred times as hard as the
   * normal direction, which keeps a held object from creeping; the rest as MuJoCo has it.
   *
   * @param dialect generation of the format
   * @param timeStep time step [s]
   * @return the options
   */
  public static MjcfOptions of(MjcfDialect dialect, double timeStep) {
    return new MjcfOptions(
        dialect,
        timeStep,
        Integrator.IMPLICIT,
        Cone.ELLIPTIC,
        100,
        1e-8,
        100,
        0,
        500,
        Optional.empty());
  }
}
