package org.dextwin.hand.leap;

import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.HandDriver;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Role;
import org.dextwin.devices.safety.ForceMapOptions;
import org.dextwin.devices.safety.SafetyOptions;

/**
 * The way to the motors of a LEAP hand: its servos, or their twin.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Role(value = "leap-driver", options = LeapDriver.Options.class)
interface LeapDriver extends Component {

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
   * @param safety the safety envelope
   * @param forceMap how forces of fingertips become currents
   */
  record Options(
      @Key(doc = "The safety envelope.", byDefault = "{}") SafetyOptions safety,
      @Key(doc = "How forces of fingertips become currents.", byDefault = "{}")
          ForceMapOptions forceMap) {

    /** What applies when the configuration says nothing. */
    static final Options DEFAULT = new Options(SafetyOptions.DEFAULT, ForceMapOptions.DEFAULT);

    /** Returns the same for a twin that waits for the program. */
    Options patient() {
      return new Options(safety.patient(), forceMap);
    }
  }
}
