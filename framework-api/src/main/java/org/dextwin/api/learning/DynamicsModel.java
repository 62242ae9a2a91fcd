package org.dextwin.api.learning;

import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Experimental;
import org.dextwin.api.spi.Role;

/**
 * Predicts the next joint states of a hand from batches of transitions. Its methods arrive with its
 * first implementation.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Experimental
@Role("dynamics")
public interface DynamicsModel extends Component {}
