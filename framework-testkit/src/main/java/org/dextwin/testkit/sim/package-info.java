/**
 * The contracts of simulators, of their gradients and of integrators, and a simulator to test with.
 */
@NullMarked
package org.dextwin.testkit.sim;

import org.jspecify.annotations.NullMarked;
