/** What a model means in the terms of the API: names, states, controls, wrenches, contacts. */
@NullMarked
package org.dextwin.sim.mujoco.internal.world;

import org.jspecify.annotations.NullMarked;
