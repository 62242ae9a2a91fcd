/** Where MuJoCo's structs keep their fields, in every version that is supported. */
@NullMarked
package org.dextwin.sim.mujoco.internal.layout;

import org.jspecify.annotations.NullMarked;
