package org.dextwin.api.experiment;

import org.dextwin.api.spi.Key;

/**
 * Keys of every experiment block.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param seed seed of all random streams of the run
 */
public record ExperimentOptions(
    @Key(doc = "Seed of all random streams of the run.", byDefault = "0") long seed) {}
