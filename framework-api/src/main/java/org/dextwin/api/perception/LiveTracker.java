package org.dextwin.api.perception;

import java.util.Optional;
import org.dextwin.api.robot.Device;
import org.dextwin.api.spi.Experimental;

/**
 * A tracker that sees an object now.
 *
 * <p><i>Thread safety</i>: confined, except {@link #stop}.
 */
@Experimental
public interface LiveTracker extends PoseTracker, Device {

  /**
   * Returns the newest pose.
   *
   * @return the sample; empty if the object is not seen
   */
  Optional<PoseTrack.Sample> latest();
}
