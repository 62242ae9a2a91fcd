/** The engine {@code semi-implicit}: worlds of rigid bodies, stepped and differentiated. */
@NullMarked
package org.dextwin.sim.semiimplicit;

import org.jspecify.annotations.NullMarked;
