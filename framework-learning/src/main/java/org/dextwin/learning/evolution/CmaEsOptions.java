package org.dextwin.learning.evolution;

import org.dextwin.api.spi.Key;

/**
 * How to search; usable as a block of a configuration.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param population candidates per generation; 0 for 4 + 3 ln n
 * @param sigma first standard deviation as a part of each variable's range
 * @param evaluations most evaluations, over all restarts
 * @param target value at which the search ends
 * @param restarts most restarts, each with twice the candidates, when the search has converged
 */
public record CmaEsOptions(
    @Key(doc = "Candidates per generation; 0 for 4 + 3 ln n.", byDefault = "0", atLeast = 0)
        int population,
    @Key(
            doc = "First standard deviation, as a part of each variable's range.",
            byDefault = "0.3",
            above = 0,
            atMost = 1)
        double sigma,
    @Key(doc = "Most evaluations, over all restarts.", atLeast = 1) long evaluations,
    @Key(doc = "Value at which the search ends.", byDefault = "-1e300") double target,
    @Key(
            doc = "Most restarts, each with twice the candidates, once the search has converged.",
            byDefault = "0",
            atLeast = 0)
        int restarts) {}
