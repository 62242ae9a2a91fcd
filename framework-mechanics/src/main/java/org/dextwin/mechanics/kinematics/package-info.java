/** Kinematic trees compiled into flat arrays: poses, Jacobians and gravity torques. */
@NullMarked
package org.dextwin.mechanics.kinematics;

import org.jspecify.annotations.NullMarked;
