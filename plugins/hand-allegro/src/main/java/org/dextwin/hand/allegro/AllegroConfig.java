package org.dextwin.hand.allegro;

import org.dextwin.api.model.HandModel;
import org.dextwin.api.spi.Key;

/**
 * Configuration of the Allegro hand.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param side right or left
 */
record AllegroConfig(
    @Key(doc = "Which hand it is: right or left.", byDefault = "right") HandModel.Side side) {}
