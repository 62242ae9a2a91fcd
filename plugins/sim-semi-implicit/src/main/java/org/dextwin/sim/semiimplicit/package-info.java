/**
 * Two engines over one kind of world: {@code semi-implicit} steps and differentiates forces, {@code
 * position-based} corrects positions.
 */
@NullMarked
package org.dextwin.sim.semiimplicit;

import org.jspecify.annotations.NullMarked;
