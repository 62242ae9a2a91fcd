package @package@;

import org.dextwin.api.spi.Key;

/**
 * The keys of the policy.
 *
 * @param observationSize numbers per observation
 * @param actionSize numbers per action
 * @param actionBound largest absolute value of a number of an action
 * @param gain action per observed number
 */
record @Class@Config(
    @Key(doc = "Numbers per observation.", byDefault = "2", atLeast = 1) int observationSize,
    @Key(doc = "Numbers per action.", byDefault = "1", atLeast = 1) int actionSize,
    @Key(doc = "Largest absolute value of a number of an action.", byDefault = "1", above = 0)
        double actionBound,
    @Key(doc = "Action per observed number.", byDefault = "0.5", atLeast = 0) double gain) {}
