/** URDF, the model format of ROS: robots read and written. */
@NullMarked
package org.dextwin.mechanics.urdf;

import org.jspecify.annotations.NullMarked;
