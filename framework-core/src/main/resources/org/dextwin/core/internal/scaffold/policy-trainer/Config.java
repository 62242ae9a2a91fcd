package @package@;

import org.dextwin.api.spi.Key;

/**
 * The keys of the trainer.
 *
 * @param rounds how many changes are tried
 * @param episodes episodes that a change is judged by
 * @param stepSize size of a change
 * @param longestEpisode actions after which an episode is ended
 */
record @Class@Config(
    @Key(doc = "How many changes are tried.", byDefault = "60", atLeast = 1) int rounds,
    @Key(doc = "Episodes that a change is judged by.", byDefault = "8", atLeast = 1) int episodes,
    @Key(doc = "Size of a change.", byDefault = "0.5", above = 0) double stepSize,
    @Key(doc = "Actions after which an episode is ended.", byDefault = "500", atLeast = 1)
        int longestEpisode) {}
