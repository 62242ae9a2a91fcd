package org.dextwin.task.rotation.internal.reality;

import java.util.List;
import org.dextwin.api.spi.Key;

/**
 * How a world differs from the one that the hand's model describes. Each number of each joint is
 * drawn evenly from its range.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param seed seed of the draws
 * @param worlds number of worlds that are drawn
 * @param backlashRad play between motor and joint [rad]
 * @param delayS delay of targets, the same for all joints [s]
 * @param coulombNm dry friction at speed [N m]
 * @param stictionNm dry friction near rest [N m]
 * @param stribeckRadS speed at which friction has fallen from the second to the first [rad/s]
 * @param hysteresisNm largest torque of the cable [N m]
 * @param hysteresisRad travel in which it builds up [rad]
 * @param positionGain factor of the position gain
 * @param velocityGain factor of the velocity gain
 * @param linkMass factor of the links' masses
 * @param objectMass factor of the object's mass
 * @param friction factor of the contact's friction
 */
public record RealityConfig(
    @Key(doc = "Seed that all numbers are drawn by.") long seed,
    @Key(
            doc =
                "Number of worlds that are drawn; an episode of a rotation is played in one of them"
                    + " at random, other tasks in the first.",
            byDefault = "1",
            atLeast = 1,
            atMost = 1000)
        int worlds,
    @Key(doc = "Play between motor and joint.", byDefault = "[0.01, 0.04]", atLeast = 0)
        List<Double> backlashRad,
    @Key(
            doc = "Delay of targets, the same for all joints.",
            byDefault = "[0.01, 0.04]",
            atLeast = 0)
        List<Double> delayS,
    @Key(doc = "Dry friction at speed.", byDefault = "[0.01, 0.04]", atLeast = 0)
        List<Double> coulombNm,
    @Key(
            doc = "Dry friction near rest, on top of that at speed.",
            byDefault = "[0.01, 0.04]",
            atLeast = 0)
        List<Double> stictionNm,
    @Key(doc = "Speed at which the latter is gone (Stribeck).", byDefault = "[0.1, 0.3]", above = 0)
        List<Double> stribeckRadS,
    @Key(doc = "Largest torque of the cable's hysteresis.", byDefault = "[0.01, 0.04]", atLeast = 0)
        List<Double> hysteresisNm,
    @Key(doc = "Travel in which it builds up.", byDefault = "[0.05, 0.2]", above = 0)
        List<Double> hysteresisRad,
    @Key(doc = "Factor of the position gain.", byDefault = "[0.6, 1.1]", above = 0)
        List<Double> positionGain,
    @Key(doc = "Factor of the velocity gain.", byDefault = "[0.7, 1.5]", above = 0)
        List<Double> velocityGain,
    @Key(doc = "Factor of the masses of the hand's links.", byDefault = "[0.8, 1.3]", above = 0)
        List<Double> linkMass,
    @Key(doc = "Factor of the object's mass.", byDefault = "[0.8, 1.3]", above = 0)
        List<Double> objectMass,
    @Key(doc = "Factor of the contact's friction.", byDefault = "[0.7, 1.2]", above = 0)
        List<Double> friction) {

  /** Checks the ranges. */
  public RealityConfig {
    Draw.require("backlash-rad", backlashRad);
    Draw.require("delay-s", delayS);
    Draw.require("coulomb-nm", coulombNm);
    Draw.require("stiction-nm", stictionNm);
    Draw.require("stribeck-rad-s", stribeckRadS);
    Draw.require("hysteresis-nm", hysteresisNm);
    Draw.require("hysteresis-rad", hysteresisRad);
    Draw.require("position-gain", positionGain);
    Draw.require("velocity-gain", velocityGain);
    Draw.require("link-mass", linkMass);
    Draw.require("object-mass", objectMass);
    Draw.require("friction", friction);
  }
}
