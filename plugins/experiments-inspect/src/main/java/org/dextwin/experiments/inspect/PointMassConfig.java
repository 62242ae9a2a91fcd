package org.dextwin.experiments.inspect;

import org.dextwin.api.spi.Key;

/**
 * Settings of the task.
 *
 * @param longestS time after which an episode ends [s]
 * @param toleranceM how far from the goal is near enough [m]
 */
record PointMassConfig(
    @Key(doc = "Time after which an episode ends.", byDefault = "5", above = 0, atMost = 100)
        double longestS,
    @Key(doc = "How far from the goal is near enough.", byDefault = "0.05", above = 0, atMost = 1)
        double toleranceM) {}
