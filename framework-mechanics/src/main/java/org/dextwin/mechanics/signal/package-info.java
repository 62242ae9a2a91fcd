/** Smoothing and differentiation of evenly sampled signals. */
@NullMarked
package org.dextwin.mechanics.signal;

import org.jspecify.annotations.NullMarked;
