/** Gains, masses and friction of a hand from recordings of its joints. */
@NullMarked
package org.dextwin.experiments.dexndm.internal.identify;

import org.jspecify.annotations.NullMarked;
