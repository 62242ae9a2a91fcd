package org.dextwin.api.learning;

import org.dextwin.api.spi.Experimental;

/**
 * Sizes and bounds of a policy's observations and actions.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param observationSize numbers per observation
 * @param actionSize numbers per action
 * @param actionBound largest absolute value of an action's number
 */
@Experimental
public record PolicySpec(int observationSize, int actionSize, float actionBound) {}
