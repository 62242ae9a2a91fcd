package org.dextwin.api.learning;

import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Experimental;
import org.dextwin.api.spi.Role;

/**
 * Plans collision-free arm motions. Its methods arrive with its first implementation.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Experimental
@Role("motion-planner")
public interface MotionPlanner extends Component {}
