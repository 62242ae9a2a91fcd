/** How well a hand follows a reference with and without learnt corrections. */
@NullMarked
package org.dextwin.experiments.dexndm.internal.residual;

import org.jspecify.annotations.NullMarked;
