/** Looks at single components: what they answer, and whether it can be what was meant. */
@NullMarked
package org.dextwin.experiments.inspect;

import org.jspecify.annotations.NullMarked;
