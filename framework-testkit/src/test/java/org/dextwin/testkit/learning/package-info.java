/** Honest and sabotaged subjects of the contracts in this package. */
@NullMarked
package org.dextwin.testkit.learning;

import org.jspecify.annotations.NullMarked;
