/** Pushes made by simulation, with exact truth, in the layout of real logs. */
@NullMarked
package org.dextwin.experiments.drex.internal.pushlog.synthetic;

import org.jspecify.annotations.NullMarked;
