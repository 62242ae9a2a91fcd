/** Honest and sabotaged subjects of the contracts in this package. */
@NullMarked
package org.dextwin.testkit.robot;

import org.jspecify.annotations.NullMarked;
