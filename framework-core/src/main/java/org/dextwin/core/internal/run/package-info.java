/**
 * The run store: the folder of a run, what is written there and when, resuming, progress, and the
 * context that experiments report to.
 */
@NullMarked
package org.dextwin.core.internal.run;

import org.jspecify.annotations.NullMarked;
