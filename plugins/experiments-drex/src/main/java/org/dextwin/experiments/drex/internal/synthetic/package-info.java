/**
 * Pushes whose truth is known: drawn from declared ranges, made in another engine than the one that
 * fits them, and seen with the noise of real logs.
 */
@NullMarked
package org.dextwin.experiments.drex.internal.synthetic;

import org.jspecify.annotations.NullMarked;
