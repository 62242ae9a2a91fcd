package org.dextwin.planner.rrtconnect;

import org.dextwin.api.spi.Key;

/**
 * How to plan.
 *
 * @param marginM distance kept from everything
 * @param extension longest line added to a tree at once
 * @param extensions lines tried before the search is given up
 * @param shortcuts lines tried to shorten the path
 * @param goalConfigurations joint positions tried for a goal that is a pose
 * @param velocityScale share of the velocity limits that is used
 * @param accelerationScale share of the acceleration limits
 * @param jerkScale share of the jerk limits
 */
record RrtConnectConfig(
    @Key(
            doc =
                "Distance kept from obstacles and between links. It must cover what the controller"
                    + " deviates from the plan.",
            byDefault = "0.005",
            above = 0)
        double marginM,
    @Key(
            doc =
                "Longest line that is added to a tree at once: Euclidean length in joint space, of"
                    + " radians and, where joints slide, metres.",
            byDefault = "0.6",
            above = 0)
        double extension,
    @Key(
            doc = "Lines that are tried before the search is given up.",
            byDefault = "20000",
            atLeast = 1)
        int extensions,
    @Key(doc = "Lines that are tried to shorten the path.", byDefault = "200", atLeast = 0)
        int shortcuts,
    @Key(
            doc =
                "For a goal that is a pose: how many joint positions with that pose are tried, one"
                    + " after the other, until one has a way to it.",
            byDefault = "5",
            atLeast = 1)
        int goalConfigurations,
    @Key(doc = "Share of the velocity limits to use.", byDefault = "1", above = 0, atMost = 1)
        double velocityScale,
    @Key(doc = "Share of the acceleration limits to use.", byDefault = "1", above = 0, atMost = 1)
        double accelerationScale,
    @Key(doc = "Share of the jerk limits to use.", byDefault = "1", above = 0, atMost = 1)
        double jerkScale) {}
