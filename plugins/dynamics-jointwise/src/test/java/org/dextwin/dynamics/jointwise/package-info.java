/** Contracts of the providers, and what GraspMLP has to show. */
@NullMarked
package org.dextwin.dynamics.jointwise;

import org.jspecify.annotations.NullMarked;
