package org.dextwin.hand.allegro;

import java.util.Optional;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;

/**
 * Configuration of the Allegro hand.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param side right or left
 * @param driver the way to its motors
 */
record AllegroConfig(
    @Key(doc = "Which hand it is: right or left.", byDefault = "right") HandModel.Side side,
    @Key(doc = "The way to its motors: socketcan or twin; a hand that is only simulated has none.")
        Optional<ComponentRef<AllegroDriver>> driver) {}
