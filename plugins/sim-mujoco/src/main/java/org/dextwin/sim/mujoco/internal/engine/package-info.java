/** Models and data in native memory: made, stepped, saved, restored and released. */
@NullMarked
package org.dextwin.sim.mujoco.internal.engine;

import org.jspecify.annotations.NullMarked;
