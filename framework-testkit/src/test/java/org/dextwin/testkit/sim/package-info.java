/** Honest and sabotaged subjects of the contracts in this package. */
@NullMarked
package org.dextwin.testkit.sim;

import org.jspecify.annotations.NullMarked;
