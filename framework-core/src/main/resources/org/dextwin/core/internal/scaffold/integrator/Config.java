package @package@;

import org.dextwin.api.spi.Key;

/**
 * The keys of the integrator.
 *
 * @param substeps how many steps are made of one
 */
record @Class@Config(
    @Key(
            doc = "Into how many equal parts a time step is divided.",
            byDefault = "1",
            atLeast = 1,
            atMost = 100)
        int substeps) {}
