/** Optimisation without gradients. */
@NullMarked
package org.dextwin.learning.evolution;

import org.jspecify.annotations.NullMarked;
