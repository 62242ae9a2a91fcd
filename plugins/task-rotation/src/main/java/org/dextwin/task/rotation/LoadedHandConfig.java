package org.dextwin.task.rotation;

import org.dextwin.api.spi.Key;

/**
 * Settings of the task {@code loaded-hand}.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param world hand and engine
 * @param load what the hand moves against
 * @param balls number of balls in the box
 * @param radiusM radius of a ball [m]
 * @param massKg mass of a ball [kg]
 * @param boxM inner width of the box [m]
 * @param bandNPerM stiffness of the band of a bound ball [N/m]
 * @param episodeS length of an episode [s]
 * @param marginM distance that targets keep between parts of the hand [m]
 * @param jitterRad largest displacement of a joint at the start [rad]
 */
record LoadedHandConfig(
    @Key(doc = "Hand and engine.") HandConfig world,
    @Key(doc = "What the hand moves against: nothing, a box of balls, or a ball bound to it.")
        Kind load,
    @Key(doc = "Number of balls in the box.", byDefault = "40", atLeast = 1, atMost = 200)
        int balls,
    @Key(doc = "Radius of a ball.", byDefault = "0.03", above = 0) double radiusM,
    @Key(doc = "Mass of a ball.", byDefault = "0.015", above = 0) double massKg,
    @Key(doc = "Inner width of the box.", byDefault = "0.3", above = 0) double boxM,
    @Key(doc = "Stiffness of the band that binds a ball.", byDefault = "40", above = 0)
        double bandNPerM,
    @Key(doc = "Length of an episode.", byDefault = "20", above = 0, atMost = 3600) double episodeS,
    @Key(
            doc = "Distance that targets keep between parts of the hand; less is not admitted.",
            byDefault = "0")
        double marginM,
    @Key(doc = "Largest displacement of a joint at the start.", byDefault = "0.02", atLeast = 0)
        double jitterRad) {

  /** Kinds of loads. */
  enum Kind {
    /** Nothing. */
    NONE,
    /** A box of soft balls. */
    CHAOS_BOX,
    /** A ball that is bound to the fingertips. */
    BOUND_BALL
  }
}
