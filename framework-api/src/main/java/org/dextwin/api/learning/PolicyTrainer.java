package org.dextwin.api.learning;

import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Experimental;
import org.dextwin.api.spi.Role;

/**
 * Trains policies. Its methods arrive with its first implementation.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Experimental
@Role("policy-trainer")
public interface PolicyTrainer extends Component {}
