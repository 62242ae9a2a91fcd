/** Honest and sabotaged subjects of the contracts in this package. */
@NullMarked
package org.dextwin.testkit.experiment;

import org.jspecify.annotations.NullMarked;
