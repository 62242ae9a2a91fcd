package org.dextwin.task.grasp.internal.world;

import org.dextwin.api.spi.Key;

/**
 * How the hand moves in an attempt.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param approachM length of the approach [m]
 * @param approachS its duration [s]
 * @param closeS duration of closing [s]
 * @param settleS time to build up force [s]
 * @param liftM height of the lift [m]
 * @param liftS its duration [s]
 * @param holdS time to hold [s]
 * @param slipLimitM how far the object may slip in the hand [m]
 * @param controlRateHz rate of the controller [Hz]
 */
public record MotionConfig(
    @Key(doc = "Length of the approach.", byDefault = "0.06", above = 0) double approachM,
    @Key(doc = "Duration of the approach.", byDefault = "0.3", above = 0) double approachS,
    @Key(doc = "Duration of closing the fingers.", byDefault = "0.8", above = 0) double closeS,
    @Key(doc = "Time to build up force before lifting.", byDefault = "1.5", above = 0)
        double settleS,
    @Key(doc = "Height of the lift.", byDefault = "0.1", above = 0) double liftM,
    @Key(doc = "Duration of the lift.", byDefault = "1", above = 0) double liftS,
    @Key(doc = "How long the object is held.", byDefault = "2", above = 0) double holdS,
    @Key(
            doc =
                "How far the object may slip in the hand from the lift on and still count as held.",
            byDefault = "0.03",
            above = 0)
        double slipLimitM,
    @Key(doc = "Rate of the controller.", byDefault = "100", above = 0) double controlRateHz) {}
