package org.dextwin.hand.leap;

import java.util.Optional;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;

/**
 * Configuration of the LEAP hand.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param side right
 * @param driver the way to its motors
 */
record LeapConfig(
    @Key(doc = "Which hand it is; only the right one is modelled.", byDefault = "right")
        HandModel.Side side,
    @Key(doc = "The way to its motors: dynamixel or twin; a hand that is only simulated has none.")
        Optional<ComponentRef<LeapDriver>> driver) {

  /** Refuses the left hand, which is no reflection of the right one. */
  LeapConfig {
    if (side == HandModel.Side.LEFT) {
      throw new IllegalArgumentException(
          "side is left, but only the right LEAP hand is modelled: the left one has the same finger"
              + " modules on another palm, so it is no reflection; use type = urdf with its URDF");
    }
  }
}
