/**
 * Compliant contact: probes of one shape in the distance field of another, the force of D-REX Eq. 3
 * with smooth Coulomb friction, and its derivatives.
 */
@NullMarked
package org.dextwin.sim.semiimplicit.internal.contact;

import org.jspecify.annotations.NullMarked;
