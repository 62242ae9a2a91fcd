package org.dextwin.api.learning;

import org.dextwin.api.spi.Experimental;

/**
 * An example: what was seen, and what was right to do.
 *
 * <p><i>Thread safety</i>: do not write to the arrays.
 *
 * @param source where it comes from: a file and frame, or a generator and seed
 * @param observation shape (spec().observationSize())
 * @param action shape (spec().actionSize()), within the bounds
 */
@Experimental
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Demonstration(String source, float[] observation, float[] action) {}
