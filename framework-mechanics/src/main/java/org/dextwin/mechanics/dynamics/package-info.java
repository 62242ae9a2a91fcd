/** Rigid-body dynamics on bare arrays: vector kernels, articulated robots and their derivatives. */
@NullMarked
package org.dextwin.mechanics.dynamics;

import org.jspecify.annotations.NullMarked;
