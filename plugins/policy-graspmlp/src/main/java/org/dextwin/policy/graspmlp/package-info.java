/**
 * GraspMLP: from the vertices and the mass of an object to joint targets and a grasp force, learned
 * from demonstrations and refined by rollouts.
 */
@NullMarked
package org.dextwin.policy.graspmlp;

import org.jspecify.annotations.NullMarked;
