package @package@;

import org.dextwin.api.spi.Key;

/**
 * The keys of the hand.
 *
 * @param phalanxLengthM length of each of the two links of a finger [m]
 */
record @Class@Config(
    @Key(
            doc = "Length of each of the two links of a finger.",
            byDefault = "0.05",
            atLeast = 0.03,
            atMost = 0.2)
        double phalanxLengthM) {}
