package org.dextwin.api.learning;

import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Experimental;
import org.dextwin.api.spi.Role;

/**
 * Turns human hand poses into poses of a robot hand. Its methods arrive with its first
 * implementation.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Experimental
@Role("retargeter")
public interface Retargeter extends Component {}
