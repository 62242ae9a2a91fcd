/** Demonstrations of robot hands, and what makes them unfit to learn from. */
@NullMarked
package org.dextwin.mechanics.demonstration;

import org.jspecify.annotations.NullMarked;
