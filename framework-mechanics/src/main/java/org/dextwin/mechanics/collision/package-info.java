/** Signed distances between a robot, itself and obstacles, over its joint positions. */
@NullMarked
package org.dextwin.mechanics.collision;

import org.jspecify.annotations.NullMarked;
