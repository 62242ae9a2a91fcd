package org.dextwin.api.sim;

import org.dextwin.api.spi.Key;

/**
 * Keys of every simulator block.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param timeStepS fixed time step [s]
 */
public record SimulatorOptions(
    @Key(doc = "Fixed time step of the engine.", above = 0, atMost = 1) double timeStepS) {}
