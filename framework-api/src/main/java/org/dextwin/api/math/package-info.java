/** Vectors, rotations, and poses, twists and wrenches that carry their frames. */
@NullMarked
package org.dextwin.api.math;

import org.jspecify.annotations.NullMarked;
