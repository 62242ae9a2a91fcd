package @package@;

import org.dextwin.api.spi.Key;

/**
 * The keys of the planner.
 *
 * @param marginM distance kept from everything [m]
 * @param speed share of the motors' limits that is used
 * @param attempts how many joint positions are tried for a goal that is a pose
 */
record @Class@Config(
    @Key(doc = "Distance kept from obstacles and between links.", byDefault = "0.005", above = 0)
        double marginM,
    @Key(doc = "Share of the motors' limits to use.", byDefault = "1", atLeast = 0.25, atMost = 1)
        double speed,
    @Key(
            doc = "How many joint positions are tried for a goal that is a pose.",
            byDefault = "5",
            atLeast = 1)
        int attempts) {}
