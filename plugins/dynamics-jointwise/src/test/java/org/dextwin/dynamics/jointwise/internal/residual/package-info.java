/** Contracts of the providers, and what GraspMLP has to show. */
@NullMarked
package org.dextwin.dynamics.jointwise.internal.residual;

import org.jspecify.annotations.NullMarked;
