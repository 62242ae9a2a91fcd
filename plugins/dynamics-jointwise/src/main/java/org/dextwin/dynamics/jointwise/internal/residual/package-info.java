/** Policies that correct a base policy's targets, trained through a dynamics model. */
@NullMarked
package org.dextwin.dynamics.jointwise.internal.residual;

import org.jspecify.annotations.NullMarked;
