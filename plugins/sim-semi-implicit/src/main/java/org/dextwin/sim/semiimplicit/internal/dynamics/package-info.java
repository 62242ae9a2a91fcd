/**
 * The equations of motion: frames that carry wrenches, mechanisms that move frames, force terms
 * between frames, and the derivatives of them all.
 */
@NullMarked
package org.dextwin.sim.semiimplicit.internal.dynamics;

import org.jspecify.annotations.NullMarked;
