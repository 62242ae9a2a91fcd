/** Providing the library on machines that lack it. */
@NullMarked
package org.dextwin.sim.mujoco.internal.install;

import org.jspecify.annotations.NullMarked;
