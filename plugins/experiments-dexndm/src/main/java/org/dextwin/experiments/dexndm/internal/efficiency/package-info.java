/**
 * How well models of the dynamics learn from little data, and from other data than they are used
 * for.
 */
@NullMarked
package org.dextwin.experiments.dexndm.internal.efficiency;

import org.jspecify.annotations.NullMarked;
