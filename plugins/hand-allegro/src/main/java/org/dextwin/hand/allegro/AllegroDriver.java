package org.dextwin.hand.allegro;

import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.HandDriver;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Role;
import org.dextwin.devices.safety.SafetyOptions;
import org.dextwin.hand.allegro.internal.can.Units;

/**
 * The way to the motors of an Allegro hand: its CAN bus, or a twin.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Role(value = "allegro-driver", options = AllegroDriver.Options.class)
interface AllegroDriver extends Component {

  /**
   * Makes the driver of a hand, behind its safety envelope.
   *
   * @param model the hand
   * @return the driver, not connected; the caller closes it
   */
  HandDriver drive(HandModel model);

  /**
   * What all drivers of the hand have in common.
   *
   * @param generation generation of the hand
   * @param safety the safety envelope
   */
  record Options(
      @Key(doc = "Generation of the hand: v4 or v5.", byDefault = "v4") Units generation,
      @Key(doc = "The safety envelope.", byDefault = "{}") SafetyOptions safety) {

    /** Returns the same for a twin that waits for the program. */
    Options patient() {
      return new Options(generation, safety.patient());
    }
  }
}
