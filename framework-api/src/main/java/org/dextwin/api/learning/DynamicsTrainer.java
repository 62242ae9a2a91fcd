package org.dextwin.api.learning;

import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Experimental;
import org.dextwin.api.spi.Role;

/**
 * Trains dynamics models. Its methods arrive with its first implementation.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Experimental
@Role("dynamics-trainer")
public interface DynamicsTrainer extends Component {}
