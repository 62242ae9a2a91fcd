/**
 * Hands and arms of the user's own, from a URDF file and a few keys of the configuration, without
 * Java.
 */
@NullMarked
package org.dextwin.robot.urdf;

import org.jspecify.annotations.NullMarked;
