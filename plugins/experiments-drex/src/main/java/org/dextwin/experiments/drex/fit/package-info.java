/** Fits of an engine's trajectory to tracked poses. */
@NullMarked
package org.dextwin.experiments.drex.fit;

import org.jspecify.annotations.NullMarked;
