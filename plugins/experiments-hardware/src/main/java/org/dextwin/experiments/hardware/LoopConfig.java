package org.dextwin.experiments.hardware;

import org.dextwin.api.spi.Key;

/**
 * How the control loop runs.
 *
 * @param rateHz ticks per second [Hz]
 * @param toleratedMisses deadlines in a row that may be missed
 */
record LoopConfig(
    @Key(doc = "Commands per second.", byDefault = "20", atLeast = 5, atMost = 1000) double rateHz,
    @Key(
            doc = "Deadlines in a row that may be missed before the device is stopped.",
            byDefault = "5",
            atLeast = 0,
            atMost = 100)
        int toleratedMisses) {}
