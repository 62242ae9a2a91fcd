package org.dextwin.sim.semiimplicit;

import org.dextwin.api.sim.SimulatorOptions;
import org.dextwin.api.spi.Key;

/**
 * Configuration of the position-based engine.
 *
 * @param simulator keys of every simulator
 * @param iterations corrections of every contact per step
 */
record PositionBasedConfig(
    SimulatorOptions simulator,
    @Key(
            doc =
                "Corrections of every contact per step. Few leave piles of stiff bodies softer than"
                    + " their materials.",
            byDefault = "20",
            atLeast = 1,
            atMost = 100_000)
        int iterations) {}
