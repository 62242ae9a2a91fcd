package @package@;

import org.dextwin.api.spi.Key;

/**
 * The keys of the camera.
 *
 * @param rateHz images per second [Hz]
 */
record @Class@Config(
    @Key(doc = "Images per second.", byDefault = "15", above = 0, atMost = 100) double rateHz) {}
