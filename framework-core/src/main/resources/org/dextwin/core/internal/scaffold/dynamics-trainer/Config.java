package @package@;

import org.dextwin.api.spi.Key;

/**
 * The keys of the trainer.
 *
 * @param ridge what is added to the diagonal of the normal equations
 * @param startWeight how many transitions a model to start from counts as
 */
record @Class@Config(
    @Key(
            doc = "Added to the diagonal of the normal equations, per transition.",
            byDefault = "1e-6",
            above = 0)
        double ridge,
    @Key(
            doc = "How many transitions a model to start from counts as.",
            byDefault = "100",
            atLeast = 0)
        double startWeight) {}
