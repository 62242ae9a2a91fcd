package @package@;

import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;

/**
 * The keys of the experiment.
 *
 * @param simulator the engine
 * @param durationS how long the ball falls [s]
 */
record @Class@Config(
    @Key(doc = "The engine.") ComponentRef<Simulator> simulator,
    @Key(doc = "How long the ball falls.", byDefault = "0.5", above = 0, atMost = 10)
        double durationS) {}
