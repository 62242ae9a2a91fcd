/**
 * Finding, opening and trusting a MuJoCo library, and calling it so that its errors stay errors.
 */
@NullMarked
package org.dextwin.sim.mujoco.internal.library;

import org.jspecify.annotations.NullMarked;
