package @package@;

import org.dextwin.api.sim.SimulatorOptions;
import org.dextwin.api.spi.Key;

/**
 * The keys of the simulator.
 *
 * @param options the keys of every simulator, such as the time step
 * @param airDragNSPerM force of the air per speed of a body [N s/m]
 */
record @Class@Config(
    SimulatorOptions options,
    @Key(doc = "Force of the air on each body, per speed.", byDefault = "0", atLeast = 0)
        double airDragNSPerM) {}
