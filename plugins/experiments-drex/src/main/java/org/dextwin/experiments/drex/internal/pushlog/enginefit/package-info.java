/**
 * Mass as the minimiser of the trajectory loss in an engine: a push is replayed with the logged
 * fingers followed softly, and mass, friction and the place of the hand are adjusted until the
 * fingers and the object move as they did.
 */
@NullMarked
package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import org.jspecify.annotations.NullMarked;
