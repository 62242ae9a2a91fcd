package @package@;

import org.dextwin.api.robot.ArmOptions;
import org.dextwin.api.spi.Key;

/**
 * The keys of the arm.
 *
 * @param options the keys of every arm, such as the hand that it carries
 * @param linkLengthM length of the upper and of the lower link [m]
 */
record @Class@Config(
    ArmOptions options,
    @Key(
            doc = "Length of the upper and of the lower link.",
            byDefault = "0.4",
            atLeast = 0.1,
            atMost = 1)
        double linkLengthM) {}
