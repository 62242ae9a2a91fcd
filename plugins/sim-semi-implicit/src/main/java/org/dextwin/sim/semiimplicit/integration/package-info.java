/** Fixed-step integrators on the configuration space, with the exact derivatives of their steps. */
@NullMarked
package org.dextwin.sim.semiimplicit.integration;

import org.jspecify.annotations.NullMarked;
