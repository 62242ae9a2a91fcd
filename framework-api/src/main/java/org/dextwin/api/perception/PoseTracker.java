package org.dextwin.api.perception;

import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Role;

/**
 * A source of object poses: a {@link RecordedTracker} or a {@link LiveTracker}.
 *
 * <p><i>Thread safety</i>: see the sub-interfaces.
 */
@Role("tracker")
public interface PoseTracker extends Component {}
