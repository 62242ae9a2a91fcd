/** Triangle meshes as solids: mass properties, convex hulls, resting faces, welding, shapes. */
@NullMarked
package org.dextwin.mechanics.mesh;

import org.jspecify.annotations.NullMarked;
