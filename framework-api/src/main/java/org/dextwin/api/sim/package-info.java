/** Simulators, integrators, trajectories and their gradients. */
@NullMarked
package org.dextwin.api.sim;

import org.jspecify.annotations.NullMarked;
