package org.dextwin.experiments.dexndm;

import org.dextwin.api.spi.Key;

/**
 * Recordings to learn from.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param from how they are made
 * @param transitions how many steps
 */
record RecordedConfig(
    @Key(doc = "How they are made, and their name.") DistributionConfig from,
    @Key(doc = "Number of steps.", byDefault = "100000", atLeast = 100) int transitions) {}
