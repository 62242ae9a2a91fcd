package org.dextwin.api.learning;

import org.dextwin.api.model.HandModel;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Experimental;
import org.dextwin.api.spi.Role;

/**
 * Turns human hand poses into poses of a robot hand, any hand.
 *
 * <p><i>Thread safety</i>: thread-safe; the sessions it opens are confined.
 */
@Experimental
@Role("retargeter")
public interface Retargeter extends Component {

  /**
   * Begins to follow a human hand with a robot hand that moves freely.
   *
   * @param hand the robot hand
   * @return a session
   * @throws org.dextwin.api.spi.InvalidInputException if the configuration does not fit the hand:
   *     it names a finger that the hand lacks, or leaves open which finger is which
   */
  RetargetingSession open(HandModel hand);
}
