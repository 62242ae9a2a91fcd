/** Fits of an engine's trajectory to tracked poses. */
@NullMarked
package org.dextwin.experiments.drex.internal.fit;

import org.jspecify.annotations.NullMarked;
