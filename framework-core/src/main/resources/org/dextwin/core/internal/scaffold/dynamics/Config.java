package @package@;

import java.util.List;
import org.dextwin.api.spi.Key;

/**
 * The keys of the model.
 *
 * @param joints names of the joints, in their order
 * @param periodS time from step to step [s]
 * @param share share of the way to its target that a joint goes in a step
 */
record @Class@Config(
    @Key(doc = "Names of the joints, in their order.") List<String> joints,
    @Key(doc = "Time from step to step.", byDefault = "0.05", above = 0) double periodS,
    @Key(
            doc = "Share of the way to its target that a joint goes in a step.",
            byDefault = "0.3",
            atLeast = 0,
            atMost = 1)
        double share) {}
