/** Losses, the optimiser, normalisation, and the loop that fits a network to samples. */
@NullMarked
package org.dextwin.learning.training;

import org.jspecify.annotations.NullMarked;
