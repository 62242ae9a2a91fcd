/** Looking through a model file of a user before the engine reads it. */
@NullMarked
package org.dextwin.sim.mujoco.internal.modelfile;

import org.jspecify.annotations.NullMarked;
