/**
 * Inverse kinematics of arms and hands: damped least squares within joint limits, round obstacles.
 */
@NullMarked
package org.dextwin.mechanics.ik;

import org.jspecify.annotations.NullMarked;
