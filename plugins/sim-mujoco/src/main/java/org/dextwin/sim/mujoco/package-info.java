/** The simulator {@code mujoco}: the MuJoCo engine, from a library of this machine. */
@NullMarked
package org.dextwin.sim.mujoco;

import org.jspecify.annotations.NullMarked;
