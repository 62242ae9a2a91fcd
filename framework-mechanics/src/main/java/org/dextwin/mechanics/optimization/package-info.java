/** Nonlinear least squares, for identification and inverse kinematics. */
@NullMarked
package org.dextwin.mechanics.optimization;

import org.jspecify.annotations.NullMarked;
