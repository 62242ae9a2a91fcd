package @package@;

import org.dextwin.api.spi.Key;

/**
 * The keys of the retargeter.
 *
 * @param gain how much further a robot finger bends than the human one
 */
record @Class@Config(
    @Key(
            doc = "How much further a robot finger bends than the human one.",
            byDefault = "1",
            atLeast = 0.5,
            atMost = 2)
        double gain) {}
