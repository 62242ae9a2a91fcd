package org.dextwin.api.learning;

import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Experimental;
import org.dextwin.api.spi.Role;

/**
 * What a policy is to achieve, and how success is measured. Its methods arrive with its first
 * implementation.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Experimental
@Role("task")
public interface Task extends Component {}
