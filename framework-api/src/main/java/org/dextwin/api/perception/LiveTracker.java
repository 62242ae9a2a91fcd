package org.dextwin.api.perception;

import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.spi.Experimental;

/**
 * A tracker that sees an object now: it measures X_CO, the object's pose in the camera's frame, or
 * nothing while the object is not seen.
 *
 * <p><i>Thread safety</i>: confined, except {@link #stop}.
 */
@Experimental
public interface LiveTracker extends PoseTracker, Sensor<Optional<Pose>> {}
