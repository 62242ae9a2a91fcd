package @package@;

import org.dextwin.api.spi.Key;

/**
 * The keys of the task.
 *
 * @param goalM where the mass is to stop [m]
 * @param toleranceM how far from there is near enough [m]
 * @param longestS after which time the episode ends [s]
 */
record @Class@Config(
    @Key(doc = "Where the mass is to stop.", byDefault = "0.5", atLeast = -2, atMost = 2)
        double goalM,
    @Key(doc = "How far from there is near enough.", byDefault = "0.05", above = 0, atMost = 1)
        double toleranceM,
    @Key(doc = "Time after which an episode ends.", byDefault = "5", above = 0, atMost = 100)
        double longestS) {}
