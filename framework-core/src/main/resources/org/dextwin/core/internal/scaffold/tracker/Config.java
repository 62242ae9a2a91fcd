package @package@;

import org.dextwin.api.spi.Key;

/**
 * The keys of the tracker.
 *
 * @param file name of the file in a folder with a log
 */
record @Class@Config(
    @Key(doc = "Name of the file with the poses, in the folder of a log.", byDefault = "poses.csv")
        String file) {}
