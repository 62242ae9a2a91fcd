/** Contracts of the providers, and what GraspMLP has to show. */
@NullMarked
package org.dextwin.policy.graspmlp;

import org.jspecify.annotations.NullMarked;
