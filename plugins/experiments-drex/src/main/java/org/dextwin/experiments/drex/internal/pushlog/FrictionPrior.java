package org.dextwin.experiments.drex.internal.pushlog;

import org.dextwin.api.spi.Key;

/**
 * What is believed of the friction between objects and table before a log is seen; one for all.
 *
 * @param mean coefficient
 * @param standardDeviation of the coefficient
 */
public record FrictionPrior(
    @Key(doc = "Coefficient of friction between objects and table.", above = 0, atMost = 2)
        double mean,
    @Key(doc = "Standard deviation of the coefficient.", atLeast = 0, atMost = 1)
        double standardDeviation) {}
